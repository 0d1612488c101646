import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { DatabaseError } from 'pg';

import { connectionTo } from './log-connection';
import { explained, isFaultOfRow, isLostRace, notStorable } from './postgres-failure';

const WHERE = 'db.example:5432/log';

function fault(code: string, message = 'something'): DatabaseError {
  const error = new DatabaseError(message, message.length, 'error');
  error.code = code;
  return error;
}

describe('a fault of PostgreSQL', () => {
  it.each([
    ['a lost connection', '08006', /connection .* was lost/],
    ['a standby', '25006', /only reads.*primary/],
    ['a wrong password', '28P01', /user and password/],
    ['a database that is not there', '3D000', /Make the database/],
    ['a race that is lost again and again', '40P01', /Send again in a moment/],
    ['a right that is missing', '42501', /owner of the schema/],
    ['a table that is not there', '42P01', /Put back a backup/],
    ['a full disk', '53100', /disk .* is full.*without a restart/],
    ['too many connections', '53300', /no connection left.*max_connections/],
    ['too little memory', '53200', /short of memory/],
    ['a lock that is kept', '55P03', /pg_locks/],
    ['a statement that took too long', '57014', /took too long/],
    ['a shutdown', '57P01', /stops, starts, or ended/],
    ['a start', '57P03', /stops, starts, or ended/],
    ['a disk that fails', '58030', /Check its disk/],
    ['damaged data', 'XX001', /damaged.*backup/],
    ['a fault that nobody foresaw', '0A000', /could not do what was asked/],
  ])('says what to do: %s', (_, code, advice) => {
    const { name, message } = explained(fault(code), WHERE);
    expect(name).toBe('EventStoreUnavailable');
    expect(message).toMatch(advice);
    expect(message).toContain(`(PostgreSQL ${code}: something)`);
    expect(message).toContain(WHERE);
  });

  it('without a code is one of the connection', () => {
    const { message } = explained(new Error('connect ECONNREFUSED 127.0.0.1:5432'), WHERE);
    expect(message).toMatch(/cannot be reached.*sending again works.*ECONNREFUSED/);
  });

  it('of a name with several addresses tells of each', () => {
    const refused = new AggregateError([new Error('ECONNREFUSED ::1'), new Error('ECONNREFUSED 127.0.0.1')]);
    expect(explained(refused, WHERE).message).toContain('(ECONNREFUSED ::1; ECONNREFUSED 127.0.0.1)');
  });

  it('that was explained, or is one of this program, stays as it is', () => {
    for (const error of [
      new EventStoreUnavailable('Closed.'),
      new RangeError('Position'),
      new TypeError('bug'),
    ]) {
      expect(explained(error, WHERE)).toBe(error);
    }
  });

  it('is one of the row only for values and constraints, and a lost race only when it may be done again', () => {
    expect(['22021', '23505', '23502', '54000'].map((code) => isFaultOfRow(fault(code)))).toEqual(
      Array(4).fill(true),
    );
    expect(['40P01', '53100', '57P01'].map((code) => isFaultOfRow(fault(code)))).toEqual(
      Array(3).fill(false),
    );
    expect(['40P01', '40001', '23505'].map((code) => isLostRace(fault(code)))).toEqual([true, true, false]);
  });

  it('of a row keeps nothing of the row', () => {
    const error = fault('23502', 'null value in column "type"');
    error.detail = 'Failing row contains (the whole event).';
    const told = notStorable('agreement-1', error);
    expect(told.message).toMatch(/agreement-1 cannot be stored.*23502/);
    expect(JSON.stringify([told, told.cause ?? null])).not.toContain('whole event');
  });
});

describe('the address of a database', () => {
  it('is named without user and password', () => {
    const { where } = connectionTo('postgres://clerk:secret@db.example:5433/log?sslmode=disable');
    expect(where).toBe('db.example:5433/log');
  });

  it.each(['postgres://clerk:secret@:not-a-port/log', 'postgres://clerk:secret@db.example:99999999/log'])(
    'that is none is refused without repeating it: %s',
    (url) => {
      expect(() => connectionTo(url)).toThrow(EventStoreUnavailable);
      try {
        connectionTo(url);
      } catch (error) {
        expect(String((error as Error).message)).not.toContain('secret');
        expect((error as Error).cause).toBeUndefined();
      }
    },
  );
});
