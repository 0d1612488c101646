import { rejectionOf } from '../rejection.fixtures';
import { NATION, territoryCode, territoryLevel } from './territory-code';

describe('writing the code of a territory', () => {
  it.each(['NL', 'PV20', 'PV31', 'GM0014', 'GM1992'])('accepts %s', (text) => {
    expect(territoryCode(text)).toBe(text);
  });

  it('accepts a municipality that ended since the facts begin', () => {
    expect(territoryCode('GM0457')).toBe('GM0457');
  });

  it.each(['GM363', '0363', 'gm0363', 'GM0363 ', 'GM00363', 'PV2', 'nl', '', 'Groningen'])(
    'refuses %p and says how a code is written',
    (text) => {
      expect(rejectionOf(() => territoryCode(text))).toEqual({
        code: 'TERRITORY_CODE_INVALID',
        details: {
          field: 'territory',
          text,
          expected: 'NL, PV and two digits (PV27), or GM and four digits with leading zeros (GM0363)',
        },
      });
    },
  );

  it('refuses a number, which would have lost its leading zeros', () => {
    const fromJson = JSON.parse('363') as string;
    expect(rejectionOf(() => territoryCode(fromJson)).code).toBe('TERRITORY_CODE_INVALID');
  });

  it.each(['GM9999', 'GM0000', 'PV19', 'PV32'])('refuses %s, which is written well but nowhere', (text) => {
    expect(rejectionOf(() => territoryCode(text)).code).toBe('TERRITORY_UNKNOWN');
  });

  it('tells how far a territory reaches', () => {
    expect(territoryLevel(NATION)).toBe('NATION');
    expect(territoryLevel(territoryCode('PV20'))).toBe('PROVINCE');
    expect(territoryLevel(territoryCode('GM0014'))).toBe('MUNICIPALITY');
  });
});
