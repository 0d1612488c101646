export * from './bus-under-test';
export * from './gate';
export * from './inbox';
export * from './log-lines';
export * from './message-bus.contract';
export * from './own-broker';
export * from './system-timer';
