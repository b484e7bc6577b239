// Says what failed, whole, and then the one line that counts: `count.mjs STATUS LABS.json TESTS.json ...`
// A log is often read from its end only: the reasons stand there, not a thousand lines above.
import { readFileSync } from 'node:fs';

const [status, labs, ...runs] = process.argv.slice(2);
const failures = [];
let passed = 0;
let failed = 0;

function fail(count, text) {
  failed += count;
  failures.push(text);
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}

try {
  const proofs = JSON.parse(readFileSync(labs, 'utf8'));
  passed += proofs.passed;
  failed += proofs.failed;
  failures.push(...proofs.failures);
} catch (error) {
  fail(1, `The labs' proofs cannot be read: ${error.message}`);
}

for (const run of runs) {
  try {
    for (const { name, status: ended, message, assertionResults } of JSON.parse(readFileSync(run, 'utf8'))
      .testResults) {
      const bad = assertionResults.filter((test) => test.status === 'failed');
      passed += assertionResults.filter((test) => test.status === 'passed').length;
      for (const { fullName, failureMessages } of bad)
        fail(1, `${name}\n  ${fullName}\n${indent(failureMessages.join('\n').slice(0, 3000))}`);
      // A file that could not even be loaded has no tests to count.
      if (ended === 'failed' && bad.length === 0) fail(1, `${name}\n${indent(message ?? '')}`);
    }
  } catch (error) {
    fail(1, `${run} has no results, so its tests broke off: ${error.message}`);
  }
}
if (status !== '0' && failed === 0) fail(1, `A part ended with exit code ${status}.`);

if (failures.length > 0) process.stdout.write(`\nWhat failed:\n\n${failures.join('\n\n')}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
