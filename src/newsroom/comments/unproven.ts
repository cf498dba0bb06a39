/**
 * A reply whose writer was asked for a proof and has given none yet lies below all others: its risk
 * is kept so much lower. One column and one index serve both orders, and a storm costs the queue of
 * those who gave it nothing.
 */
const depth = 200;

/** The risk that the table holds of a reply without its proof. */
export const sunk = (risk: number): number => risk - depth;

/** Whether a row's proof is still missing. */
export const isUnproven = (row: { risk: number }): boolean => row.risk < 0;

/** 0 to 100, as the pipeline saw it. */
export const plainRisk = (row: { risk: number }): number =>
  isUnproven(row) ? row.risk + depth : row.risk;
