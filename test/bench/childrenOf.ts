// Watches the children of a process as a thread of its own. Their coming is told by no event, so `/proc` is read every millisecond.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const pid = Number(workerData);
const stillness = new Int32Array(new SharedArrayBuffer(4));
const children = () => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');

/** Those that were there when it was quiet last. */
let before = new Set(children());
let told = false;
for (;;) {
  const now = children();
  const fresh = now.filter((each) => !before.has(each));
  if (!told && fresh.length >= before.size) {
    told = true;
    parentPort?.postMessage({ type: 'replaced', at: performance.timeOrigin + performance.now() });
  }
  if (told && fresh.length === now.length) {
    before = new Set(now);
    told = false;
    parentPort?.postMessage({ type: 'alone' });
  }
  Atomics.wait(stillness, 0, 0, 1);
}
