import { quoted, type SkeletonRequest } from './request.ts';

/** A lab that can be begun, solved and proven as it stands: something to change. `schema` is where the editor finds the format. */
export const dockerLab = ({ id, title, minutes }: SkeletonRequest, schema: string): string => `\
# yaml-language-server: $schema=${schema}
format: 1
id: ${id}
title: ${quoted(title)}
summary: Leave a process running in a container and find its name.
minutes: ${minutes}
needs: { docker: {} }
images: [linux]

steps:
  - id: start
    title: Leave a process running
    text: |
      Start a container from the image \`linux\`, **in the background**, that runs \`sleep 1000\`.
    checks:
      - docker/container: { image: linux, args: sleep 1000, as: sleeper }
    hints:
      - "\`docker run --help\` lists the option that detaches."
      - The option comes before the image, and the command after it.
      - "\`docker run -d\`, the image, the command."
    learned: |
      A container lives as long as the process that it was started for. In the background, nobody has to wait for it.
    solution: docker run -d linux sleep 1000
    variants:
      - docker run -d --name sleeper linux sleep 1000
    mistakes:
      - run: docker run -d linux sleep 100
        expect: "runs \`sleep 100\`, not \`sleep 1000\`"

  - id: name
    title: Find its name
    text: |
      A container for which nobody chose a name was given one by the engine.
    ask: Which name has the container?
    answer: "\${sleeper.name}"
    near:
      linux: That is the image that it was made from. Look for the **name**.
    hints:
      - The engine lists its running containers, each with its name.
      - The name stands in the last column of \`docker ps\`.
    learned: |
      The engine knows each container by an ID and by a name, and gives a name to whichever has none.
    solution: docker ps
    mistakes:
      - answer: linux
        expect: That is the image
    keep:
      sleeper_name: "\${sleeper.name}"

claims:
  - text: A container has a name, whether somebody chose it or not.
    evidence: "Yours was \`\${sleeper_name}\`."
`;

/** Its Japanese texts. */
export const dockerLabJa = ({ titleJa }: SkeletonRequest): string => `\
title: ${quoted(titleJa)}
summary: コンテナでプロセスを動かし続け、コンテナの名前を調べます。

steps:
  start:
    title: プロセスを動かしておく
    text: |
      イメージ\`linux\`からコンテナを**バックグラウンドで**起動し、\`sleep 1000\`を実行してください。
    hints:
      - "\`docker run --help\`に、コンテナをデタッチ（detach）して動かすオプションが載っています。"
      - オプションはイメージの前に、コマンドはイメージの後ろに書きます。
      - "\`docker run -d\`、イメージ、コマンドの順です。"
    learned: |
      コンテナは、起動時に指定したプロセスが動いている間だけ動き続けます。バックグラウンドで動かせば、終わるまで待つ必要はありません。

  name:
    title: 名前を調べる
    text: |
      名前を指定せずに起動したコンテナには、エンジンが名前を付けます。
    ask: コンテナの名前は何ですか？
    near:
      linux: それはコンテナの元になったイメージです。**名前**を探してください。
    hints:
      - 実行中のコンテナの一覧に、それぞれの名前が表示されます。
      - "\`docker ps\`のいちばん右の列が名前です。"
    learned: |
      エンジンはコンテナをIDと名前で管理し、名前を指定しなかったコンテナには自分で名前を付けます。

claims:
  - text: 誰かが付けても付けなくても、コンテナには名前があります。
    evidence: "今回の名前は\`\${sleeper_name}\`でした。"
`;
