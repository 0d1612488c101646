export * from './kurrentdb-stand-in';
export type { AppendFault, ReadFault, SubscribeFault, Target } from './stand-in-faults';
export type { StandInServer } from './stand-in-server';
