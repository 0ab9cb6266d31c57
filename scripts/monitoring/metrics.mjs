/** What is watched: the alerts and the dashboard, and the metrics that they name. */
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

export const ALERTS = read('rules.yml');
export const ALERTS_TESTS = read('rules.test.yml');
export const DASHBOARD = JSON.parse(read('dashboard.json'));

/** The metrics in a text whose names begin with `prefix`. */
export const metricsIn = (text, prefix) => [...new Set(text.match(new RegExp(`\\b${prefix}_[a-z0-9_]+`, 'g')) ?? [])];
