/** Everything that a check may use: the one door for check authors. */
export { z } from 'zod';
export { shown, valueAt } from './lab/fieldPath.ts';
export { nearest } from './lab/nearest.ts';
export { callsIn } from './lab/shell/calls.ts';
export { soleCommand } from './lab/shell/sole.ts';
export { nodesIn, readShell, type SyntaxNode as ShellNode } from './lab/shell/tree.ts';
export type { Adversary } from './verdict/adversary.ts';
export { type AnyCheck, type CheckContext, defineCheck, type Engine, type Sight } from './verdict/defineCheck.ts';
export { isSame } from './verdict/distinct.ts';
export type { Judgement } from './verdict/judgement.ts';
export {
  type Alive,
  type Binds,
  errored,
  type Found,
  type Mismatch,
  passed,
  pending,
  type Verdict,
} from './verdict/verdict.ts';
export { type Message, message, verbatim } from './words/message.ts';
export { membersOf } from './world/docker/members.ts';
export type {
  ApiCall,
  Container,
  DockerWorld,
  EngineKind,
  EngineNotice,
  EngineObject,
  Exec,
  FileChange,
  Listed,
  Listing,
  ProgramRun,
  Repeated,
  Watched,
  WrittenLine,
} from './world/docker/model.ts';
export type { FileSeen, HostProcess, HostWorld, Process, ProcessDetails } from './world/host/model.ts';
export { signalName } from './world/host/signals.ts';
export type { Act } from './world/kubernetes/acts.ts';
export type {
  Hindrance,
  KubernetesAction,
  KubernetesEvent,
  KubernetesObject,
  KubernetesWorld,
  LogLine,
  Pod,
  PodContainer,
  PodProcess,
} from './world/kubernetes/model.ts';
export { isScript, isShell, isShellName, type ShellSeen } from './world/kubernetes/shells.ts';
export type { Reader, Refusal } from './world/kubernetes/sight.ts';
export type { Troubled } from './world/kubernetes/troubled.ts';
export type { Answer, Request } from './world/request/model.ts';
export type { ShellCommand, ShellWorld } from './world/shell/model.ts';
export { type World, WorldError } from './world/world.ts';
