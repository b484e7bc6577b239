import { quoted, type SkeletonRequest } from './request.ts';

/** A lab on a cluster that can be begun, solved and proven as it stands: something to change. `schema` is where the editor finds the format. */
export const kubernetesLab = ({ id, title, minutes }: SkeletonRequest, schema: string): string => `\
# yaml-language-server: $schema=${schema}
format: 1
id: ${id}
title: ${quoted(title)}
summary: Run two copies of a web server and reach them by one name.
minutes: ${minutes}
needs: { kubernetes: {} }
images: [nginx]

steps:
  - id: deploy
    title: Run two copies
    text: |
      Make a Deployment \`web\` with **two** replicas of the image \`nginx\`.
    checks:
      - kubernetes/object:
          kind: Deployment
          name: web
          where: { "spec.template.spec.containers[0].image": nginx }
      - kubernetes/rollout: { name: web, replicas: 2 }
    hints:
      - "\`kubectl create deployment --help\` tells how the image and the number of replicas are said."
      - "\`kubectl create deployment\`, the name, \`--image\` and \`--replicas\`."
    learned: |
      A Deployment is a wish that Kubernetes keeps fulfilling: it starts as many Pods as were asked for, and new ones where some are gone.
    solution: kubectl create deployment web --image=nginx --replicas=2
    variants:
      - |
        kubectl create deployment web --image=nginx
        kubectl scale deployment web --replicas=2
    mistakes:
      - run: kubectl create deployment web --image=nginx
        expect: wants 1 Pod, not 2
        undo: kubectl delete deployment web
      - run: kubectl create deployment web --image=ngnix --replicas=2
        expect: "is \`ngnix\`, not \`nginx\`"
        undo: kubectl delete deployment web

  - id: serve
    title: Give them one name
    text: |
      Make a Service \`web\` by which both are reached at port **8080**. nginx itself listens on port 80.
    checks:
      - reaches: { from: node, to: { service: web }, port: 8080, contains: nginx }
    ask: Of which type is the Service?
    answer: ClusterIP
    near:
      Service: That is its kind. A Service has a **type**, too.
    hints:
      - "\`kubectl expose\` makes a Service for what runs already, and takes two ports."
      - "\`kubectl expose deployment web\`, \`--port\` and \`--target-port\`; then look at the column TYPE of \`kubectl get services\`."
    learned: |
      A Service finds its Pods by their labels, so its name and its address stay while Pods come and go.
    solution: kubectl expose deployment web --port=8080 --target-port=80
    variants:
      - kubectl create service clusterip web --tcp=8080:80
    mistakes:
      - run: kubectl expose deployment web --port=80
        expect: has the port 80, not 8080
        undo: kubectl delete service web
      - run: kubectl expose deployment web --port=8080
        expect: does not answer
        undo: kubectl delete service web
      - answer: Service
        expect: That is its kind
`;

/** Its Japanese texts. */
export const kubernetesLabJa = ({ titleJa }: SkeletonRequest): string => `\
title: ${quoted(titleJa)}
summary: Webサーバーを2つ動かし、1つの名前で接続できるようにします。

steps:
  deploy:
    title: 2つ動かす
    text: |
      イメージ\`nginx\`のレプリカを**2つ**持つDeployment \`web\`を作成してください。
    hints:
      - "\`kubectl create deployment --help\`に、イメージとレプリカの数の指定方法が載っています。"
      - "\`kubectl create deployment\`に続けて、名前、\`--image\`、\`--replicas\`を指定します。"
    learned: |
      Deploymentには、あるべき状態を書きます。Kubernetesは指定した数のPodを起動し、減ったときは新しいPodを起動します。

  serve:
    title: 1つの名前を付ける
    text: |
      ポート**8080**で両方に接続できるService \`web\`を作成してください。nginx自体はポート80で待ち受けています。
    ask: このServiceのタイプは何ですか？
    near:
      Service: それは種類（kind）です。Serviceには**タイプ**もあります。
    hints:
      - "\`kubectl expose\`は、動いているものに対するServiceを作成します。ポートは2種類指定できます。"
      - "\`kubectl expose deployment web\`に\`--port\`と\`--target-port\`を指定します。その後、\`kubectl get services\`のTYPE列を見てください。"
    learned: |
      ServiceはラベルでPodを見つけるので、Podが入れ替わっても、Serviceの名前とアドレスは変わりません。
`;
