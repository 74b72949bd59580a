/**
 * Fonts share one glyph between a character and the radical that looks like it, and some programs (Chromium) name the radical:
 * ⼯作 for 工作. Radicals and compatibility ideographs become the characters that a notice is written in; its punctuation
 * and full-width figures stay as they are printed.
 */
export function ordinaryCharacters(text: string): string {
  return MEANT_OTHERWISE.test(text) ? text.replace(EVERY, ordinary) : text
}

function ordinary(character: string): string {
  return EQUIVALENTS.get(character) ?? character.normalize('NFKC')
}

/** CJK Radicals Supplement, Kangxi Radicals, CJK Compatibility Ideographs and their supplement. */
const FORMS = String.raw`[\u2E80-\u2EFF\u2F00-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]`
const MEANT_OTHERWISE = new RegExp(FORMS, 'u')
const EVERY = new RegExp(FORMS, 'gu')

/** The supplement has no decomposition; these are Unicode's equivalent ideographs. ⼾ decomposes into what 户 was before it was simplified. */
const EQUIVALENTS: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ' +
    '⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ' +
    '⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ' +
    '⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ' +
    '⻲亀 ⻳龟 ⼾户'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [radical = '', character = ''] = pair
      return [radical, character]
    }),
)
