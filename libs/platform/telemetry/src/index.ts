export * from './commands/command-observer';
export * from './errors/refusal';
export * from './log/log';
export type { AppendMetrics, AppendOutcome } from './metrics/append.metrics';
export type { CommandMetrics, CommandResult } from './metrics/command.metrics';
export { type FeedMetrics, type FeedWatch, type Follower, servingFollowers } from './metrics/feed.metrics';
export type { AnswerOutcome, GraphqlMetrics, OperationKind } from './metrics/graphql.metrics';
export type { MessageMetrics } from './metrics/message.metrics';
export * from './metrics/metered.event-store';
export * from './metrics/metrics';
export type { MonitorMetrics } from './metrics/monitor.metrics';
export type { ReadModelMetrics, ReadModelState } from './metrics/read-model.metrics';
export * from './observers/observed-messages';
export * from './observers/observed-read-model';
export * from './observers/observed-run';
export * from './scope/traceparent';
export * from './scope/work-scope';
export * from './service/management-server';
export * from './service/readiness';
export * from './service/run-service';
export * from './service/run-service.types';
export { ServerAway, StartRefused } from './service/start-errors';
export * from './traces/current-trace';
export * from './traces/span-attributes';
export * from './traces/start-tracing';
export * from './traces/in-work';
export {
  asWork,
  enterSpan,
  type NewWork,
  type OpenSpan,
  type StartedSpan,
  withSpan,
  type WorkKind,
} from './traces/with-span';
