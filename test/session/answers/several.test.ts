import { table } from './table.ts';

const parents = ['the engine', 'the shim', 'containerd', 'PID and network'];

table(
  'all of some',
  { kind: 'choice', choices: parents, all: true, expected: ['the shim', 'PID and network'], near: ['containerd'] },
  {
    right: `
    2 4
    2, 4
    4,2
    2と4
    2、4です
    ２　４
    2 and 4
    b d
    B, D
    the shim, PID and network
    PID and network and the shim
    both the shim and PID and network
    2. the shim, 4. PID and network
    2番、4番
    I choose 2 and 4`,
    incomplete: `
    2
    the shim
    PID and network`,
    partly: `
    1 2 4
    the engine, the shim`,
    near: `
    3
    2 3 4
    containerd`,
    wrong: `
    1
    24
    2 or 4
    not 2, 4
    2 4 5
    perhaps`,
  },
);

table(
  'a number with a share to spare',
  { kind: 'number', expected: ['200'], tolerance: '5%' },
  {
    right: `
    200
    190
    210
    209.9
    about 205`,
    wrong: `
    189
    211
    20
    -200
    10%`,
    other: `
    at least 200
    more than 199`,
  },
);

table(
  'a size with an amount to spare',
  { kind: 'number', expected: ['512 MB'], tolerance: '16 MB' },
  {
    right: `
    512 MB
    500 MB
    528MiB
    0.5 GB
    536870912 bytes`,
    wrong: `
    495 MB
    529 MB
    512
    1 GB`,
  },
);

table(
  'an amount without a unit is one of the value as it is written',
  { kind: 'number', expected: ['512 MB'], tolerance: '8' },
  {
    right: `
    520 MB
    504 MB`,
    wrong: `
    521 MB
    503 MB`,
  },
);

table(
  'a share of a share',
  { kind: 'number', expected: ['50%'], tolerance: '10%' },
  {
    right: `
    45%
    55%`,
    wrong: `
    44%
    56%
    50`,
  },
);
