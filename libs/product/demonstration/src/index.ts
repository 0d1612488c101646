export { DEMO_NATION_PEOPLE, EMPTY_REGISTER_PEOPLE } from './demo-people';
export * from './load-demonstration';
export * from './page-source';
