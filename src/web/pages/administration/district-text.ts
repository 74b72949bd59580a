import { bilingual } from '../../text/bilingual.ts'

export const districtText = bilingual(
  {
    citySees: (city: string) =>
      `本区归${city}。${city}看得到本区公示的结果，内容与公众所见相同；没有公示的、个案和个人，${city}看不到。`,
  },
  {
    citySees: (city) =>
      `This district belongs to ${city}, which sees what is published here, as anybody does; what is not, single cases and persons it does not see.`,
  },
)
