/** `MonitoringStore` of the read model, from the application. */
export const MONITORING_STORE = Symbol('MONITORING_STORE');
