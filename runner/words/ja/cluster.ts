import type { cluster as en } from '../en/cluster.ts';

export const cluster: typeof en = {
  'cluster.silent': (v) =>
    `クラスターのAPIサーバー（${v.server}）が応答しません: ${v.said}。少し待ってから\`r\`を押して確認し直してください。それでも応答しない場合は、ラボを終了して開き直してください。`,
  'cluster.kubeconfig-unreadable': (v) =>
    `クラスターのkubeconfigを読み込めません: ${v.said}。\`seatrial clean\`でクラスターを削除してからラボを開き直すと、新しく作成されます。`,
};
