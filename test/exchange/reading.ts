import { expect } from 'vitest';
import { readSheet } from '../../src/exchange/read/sheet.ts';
import {
  type Schedule,
  type ScheduledRow,
  type ScheduleTerms,
  UnreadableSchedule,
} from '../../src/exchange/rows.ts';

/** The settings if neither the plan nor the team nor the user says anything about the file. */
export const NO_TERMS: ScheduleTerms = {
  timezone: null,
  dateOrder: null,
  channels: [],
  formats: new Set(),
  zones: new Map(),
  columns: [],
  columnNames: [],
  start: null,
  year: null,
  around: '2026-11-23',
  sheet: null,
  encoding: null,
};

/** Reads a sheet from its text. */
export function sheetOf(text: string, terms: Partial<ScheduleTerms> = {}): Schedule {
  return readSheet(Buffer.from(text), { ...NO_TERMS, ...terms });
}

/** Why a sheet cannot be read. */
export function refusalOf(bytes: string | Uint8Array, terms: Partial<ScheduleTerms> = {}): string {
  try {
    readSheet(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { ...NO_TERMS, ...terms });
  } catch (error) {
    if (error instanceof UnreadableSchedule) return error.message;
    throw error;
  }
  return 'was read';
}

/** Equals anything: what only an import needs is of no interest elsewhere. */
const ANY = { asymmetricMatch: () => true } as never;

/** A row about which nothing but its day is known; it equals one with any cells. */
export function bareRow(line: number, date: string): ScheduledRow {
  return {
    line,
    date,
    time: null,
    channels: [],
    category: null,
    labels: [],
    format: null,
    owner: ANY,
    link: ANY,
    notes: ANY,
    media: ANY,
    tags: ANY,
    statusWord: ANY,
    status: null,
    unplanned: false,
    columns: expect.any(Map),
    title: null,
    text: null,
    id: null,
    goesOut: true,
    isOut: false,
    cells: expect.any(Array),
  };
}
