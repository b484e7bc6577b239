// Proves every lab of the project, with small wrong versions of its solutions and, on Docker, the adversaries of its checks, and writes how many proofs
// held: `proveLabs.mjs FILE`
// Mutants and adversaries take most of the time. What came of them is kept by the hash of all that decides it; then the rest alone is proven again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const kept = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'seatrial', 'proofs');

function hashOf(...patterns) {
  const hash = createHash('sha256');
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  for (const file of files) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** What a lab's mutants and adversaries are judged by besides the lab: the program, what its machines are made of, its dependencies. */
const program = hashOf('runner/**', 'checks/**', 'images/**', 'package-lock.json');

const labs = globSync('labs/*/*/lab.yaml', { cwd: root })
  .toSorted()
  .map((file) => {
    const folder = dirname(file);
    const proof = join(kept, `${basename(folder)}-${program}-${hashOf(`${folder}/**`)}`);
    return { folder, id: basename(folder), proof, before: read(proof) };
  });

function read(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Proves labs and gives what was reported of each; nothing where the run broke off. */
function prove(some, ...options) {
  if (some.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'seatrial-proofs-'));
  const report = join(folder, 'report.json');
  const args = [
    'test',
    ...some.map((lab) => lab.folder),
    ...options,
    '--report',
    'plain',
    '--report',
    `json=${report}`,
  ];
  const { status } = spawnSync(join(root, 'bin/seatrial'), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const found = read(report);
  rmSync(folder, { recursive: true });
  const reported = found ? JSON.parse(found).labs : [];
  return some.map(({ id }) => {
    const lab = reported.find((each) => each.id === id);
    return lab ?? { id, outcome: `not proven, exit code ${status}`, seconds: 0, proofs: [] };
  });
}

/** `65 mutants, 310 adversaries`: what was tried besides what the lab declares. */
function triedIn(proofs) {
  const count = (wanted) => proofs.filter(({ phase }) => phase === wanted).length;
  return `${count('mutant')} mutants, ${count('attack')} adversaries, ${count('away')} outages, ${count('skipped')} skips`;
}

/** On a cluster each adversary waits for Pods to go: all of them take more time than there is here. */
const isQuick = ({ folder }) => folder.startsWith('labs/docker/');
const fresh = labs.filter(({ before }) => before === undefined);

const proven = [
  ...prove(fresh.filter(isQuick), '--mutate', '--attack'),
  ...prove(
    fresh.filter((lab) => !isQuick(lab)),
    '--mutate',
  ),
  ...prove(labs.filter(({ before }) => before !== undefined)),
];

/** What each check said; those that did not pass also what they saw, if any did not pass. */
function found(findings) {
  const allPassed = findings.every(({ status }) => status === 'passed');
  const isSuspect = ({ status }) => status !== 'passed' || allPassed;
  return findings.flatMap((each) => [
    `  ${each.by} ${each.status}: ${each.because}`,
    ...(isSuspect(each) && each.evidence !== undefined ? [`    ${JSON.stringify(each.evidence).slice(0, 3000)}`] : []),
  ]);
}

/** One proof that did not hold, with all that the report knows of it. */
function tell({ lab, step, phase, name, file, line, because, mismatch, typed = [], findings }) {
  return [
    [lab, step, phase, name].filter(Boolean).join(' › '),
    `  ${file}:${line}: ${because ?? ''}`,
    ...(mismatch ? [`  expected ${mismatch.expected}`, `  actual   ${mismatch.actual}`] : []),
    ...typed.map((each) => `  $ ${each.line}\n${each.output.replaceAll(/^/gm, '  ')}`),
    ...found(findings ?? []),
  ].join('\n');
}

let passed = 0;
let failed = 0;
const failures = [];
for (const { id, outcome, seconds, proofs } of proven) {
  const { before, proof } = labs.find((lab) => lab.id === id);
  const held = proofs.filter((each) => each.outcome === 'ok').length;
  passed += held;
  const broken = proofs.filter((each) => each.outcome !== 'ok');
  failures.push(...broken.map(tell));
  if (outcome !== 'ok' && broken.length === 0) failures.push(`${id}: ${outcome}`);
  failed += broken.length || (outcome === 'ok' ? 0 : 1);
  if (outcome === 'ok' && before === undefined) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(proof, `${triedIn(proofs)}, all as they should be, on ${new Date().toISOString()}\n`);
  }
  const tried = before === undefined ? triedIn(proofs) : `kept: ${before}`;
  process.stdout.write(
    `${id}: ${outcome}, ${held} of ${proofs.length} proofs held in ${Math.round(seconds)} s; ${tried}\n`,
  );
}
writeFileSync(process.argv[2], JSON.stringify({ passed, failed, failures }));
