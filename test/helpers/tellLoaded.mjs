// Given to Node by `--import`: writes the address of every module that is loaded into the file that LOADED names.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  load(address, context, next) {
    appendFileSync(process.env.LOADED, `${address}\n`);
    return next(address, context);
  },
});
