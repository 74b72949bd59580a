import { bilingual } from '../text/bilingual.ts'

export const evidenceText = bilingual(
  {
    evidence: (count: number) => `证据${count}件`,
    open: '打开',
    claimed: '设备自报',
    download: '下载原件',
    logged: '打开和下载原件都会留下记录。',
    photo: '照片，打开查看',
    sound: '录音，打开播放',
    film: '录像，打开播放',
    file: (kind: string) => `${kind}文件，打开下载`,
    noView: '这种文件不在页面里打开，请下载原件。',
  },
  {
    evidence: (count) => `Evidence: ${count}`,
    open: 'Open',
    claimed: 'the device’s claim',
    download: 'Download the original',
    logged: 'Opening and downloading originals is recorded.',
    photo: 'Photo: open to see',
    sound: 'Sound: open to play',
    film: 'Film: open to play',
    file: (kind) => `${kind} file: open to download`,
    noView: 'Such a file is not shown in the page: download it.',
  },
)
