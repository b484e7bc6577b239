export { shown, valueAt } from '../kit/path.ts';
