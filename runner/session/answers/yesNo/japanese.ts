const yes =
  /^(?:は[いー]い?(?!いえ|え)|ハイ|うん|ええ|そうです|そう(?=$|[、。])|イエス|もちろん|その(?:通り|とおり)|当然|可能(?![性な])|できます|できる|[○◯〇✓✔])/;
const no =
  /^(?:いいえ|いえ|いや|ううん|ノー|否|できません|できない|違(?:います|う)|無理|だめ|ダメ|駄目|不可能?|[×✕✗✘])/;

/** A question may ask just for that: 無視されますか. */
const adverse = /拒否|無視|失敗|エラー|ブロック|遮断|禁止|阻|弾か|止め|問題(?!なく)/;
const willDo = /(?:ます|ました|[うくすつぬぶむるぐた])$/;
const willNot = /(?:ません(?:でした)?|ない|なかった|なくなります|なくなりました|なくな(?:る|った))$/;

/** 届かないわけではない, 届かなくはありません, 届かないはずがない: what is denied twice is so. */
const deniedTwice =
  /(?:(?:な(?:い|かった)|ません)(?:って|という|なんて|など)?(?:(?:こと|わけ|訳|の|もの)(?:は|では|でも|も|じゃ)|(?:はず|筈|わけ|訳)[がはも])|なく(?:は|も|て?は))(?:な(?:い|かった)|あ?りま?せん(?:でした)?)$/;
/** 届くとは限らない, 届かないとは言えない: neither. */
const unsure =
  /もし(?!く)|(?:なら|[えけせてねべめれ]ば)(?=.)|(?:による|によります|次第|ケースバイケース)$|とは?(?:限ら|限り|かぎら|かぎり|言え|いえ|言い切れ)(?:な(?:い|かった)|ません)/;

/** How sure one is, and whose words they are, stands behind what is said. */
const tail =
  /(?:(?:です|だ)?と(?:思(?:います|う|いました|った)|書いてあ(?:る|ります)|出(?:る|ます|ました)|言(?:う|います)|表示され(?:る|ます|ました))|ように(?:なる|なります|なった|なりました|なっています)|(?:よう|みたい|はず|らしい|の|ん)です|でしょう|だろう|です|[よねわ]|[。.!])$/;

const withoutTail = (text: string): string => {
  const rest = text.replace(tail, '');
  return rest === text || rest === '' ? text : withoutTail(rest);
};

export function japaneseWord(text: string): 'yes' | 'no' | undefined {
  if (no.test(text)) return 'no';
  return yes.test(text) ? 'yes' : undefined;
}

/** What a sentence's end says, where nothing else is said: 届きます, 見えません. */
export function endOf(text: string): 'yes' | 'no' | undefined {
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) || adverse.test(text)) return undefined;
  const end = withoutTail(text.trim());
  if (unsure.test(end)) return undefined;
  if (deniedTwice.test(end)) return 'yes';
  if (willNot.test(end)) return 'no';
  return willDo.test(end) ? 'yes' : undefined;
}

const happens = /届|到達|着|伝わ|受け取|見え|でき|動[かきく]|効|通|成功/;
const besides = /何も|必要|関係|要[りら]|変わ/;

/** Whether a clause behind a yes takes it back: 届きません, ではありません, 権限があれば; never 何も表示されません. */
export function takesBack(text: string): boolean {
  if (/^(?:では?|じゃ)(?:な|あり)|違|(?:[えけせてねべめれ]ば|なら|場合(?:のみ|だけ|は|に)?|ときだけ)$/.test(text))
    return true;
  return endOf(text) === 'no' && !besides.test(text) && (happens.test(text) || /^[^はがもをに]{2,9}$/.test(text));
}

/** Whether a clause behind a no says that it is so all the same: 届きます. */
export const affirms = (text: string): boolean =>
  endOf(text) === 'yes' &&
  (deniedTwice.test(withoutTail(text)) || (happens.test(text) && /^[^はがもをにで]{2,9}$/.test(text)));
