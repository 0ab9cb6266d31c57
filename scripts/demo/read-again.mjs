/**
 * Runs a job of reading digits again, for `scripts/verifier/replay.mjs`: prints the hash of what is found, or `none` if
 * the evidence is not of this specification.
 */
import { readFileSync } from 'node:fs';
import { hashOf } from '../lib/jobs.mjs';
import { readDigits, seedBytes } from './services/reading.mjs';

const { specification, seed } = JSON.parse(readFileSync(0, 'utf8'));
const isOurs = specification.task === 'read digits' && seed === seedBytes(specification.seed);
console.log(isOurs ? hashOf(readDigits(specification)) : 'none');
