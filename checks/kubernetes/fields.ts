export { shown, valueAt } from '../../runner/api.ts';
