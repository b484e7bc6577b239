import { z } from 'zod';
import type { Known, KnownCheck } from '../../runner/lab/validate/validation.ts';

const check = (name: string, params: z.ZodType): readonly [string, KnownCheck] => [name, { name, about: name, params }];

/** Checks and images that the labs of these tests may use. */
export const known: Known = {
  checks: new Map([
    check(
      'docker/container',
      z.strictObject({
        image: z.string().optional(),
        args: z.string(),
        running: z.boolean().default(true),
        count: z.int().min(1).max(9).optional(),
        state: z.enum(['running', 'exited']).optional(),
      }),
    ),
    check(
      'docker/did-exec',
      z.strictObject({ container: z.string(), program: z.union([z.string(), z.array(z.string()).min(1)]) }),
    ),
  ]),
  images: ['linux', 'nginx'],
};

export const file = 'labs/docker/tiny/lab.yaml';

/** A lab that uses every part of the format. */
export const tiny = `format: 1
id: tiny
title: A tiny lab
summary: Everything that the format has.
minutes: 5
needs: { docker: {} }
images: [linux]
steps:
  - id: first
    title: Leave a process running
    text: |
      Start a container **in the background** that runs \`sleep 11111\`.
    passes: holds
    checks:
      - docker/container: { image: linux, args: sleep 11111, as: first }
      - docker/did-exec: { container: "\${first}", program: [ps, top] }
      - run: |
          test -e /tmp/x || { echo "there is no /tmp/x"; exit 1; }
          test "$first"
    hints:
      - The engine can start it in the background.
      - "\`docker run -d\`, the image, the command."
    solution: docker run -d linux sleep 11111
    variants:
      - docker run --detach linux sleep 11111
      - { run: "docker run -d --name x linux sleep 11111" }
    mistakes:
      - run: docker run -d linux sleep 1111
        expect: runs \`sleep 1111\`, not \`sleep 11111\`
        undo: docker rm -f x
    keep: { first_ip: "\${first.ip}", init: "\${host.process.1.name}" }
    learned: It is PID \${first.process.pid} on the host.
  - id: parent
    title: Find the parent
    questions:
      - id: pid
        ask: What is its PID?
        answer: ["\${first.pid}", 1]
        near: { "\${first.process.parent.pid}": That is the parent., "0": No. }
      - ask: And its name?
        answer: sleep
    hints: ["\`ps\` shows \${HOME}."]
    solution: ps -ef
    mistakes:
      - answer: "2"
        question: "2"
        expect: "2"
    learned: Every process has a parent.
claims:
  - text: A container is a process.
    evidence: "\`\${first_ip}\` under \${init}"
`;

export const tinyJa = `title: 小さなラボ
summary: 形式のすべて。
steps:
  first:
    title: プロセスを動かす
    text: "\`sleep 11111\` を実行してください。"
    hints: [エンジンに任せられます。, オプションが必要です。]
    learned: "ホストではPID \${first.process.pid}です。"
  parent:
    title: 親を探す
    questions:
      pid: { ask: PIDは？, near: { "\${first.process.parent.pid}": それは親です。, "0": いいえ。 } }
      "2": { ask: 名前は？ }
    hints: ["\`ps\` です。"]
    learned: どのプロセスにも親があります。
claims:
  - { text: コンテナはプロセスです。, evidence: "\`\${first_ip}\`" }
`;
