'use strict';
const ts = require('typescript');
const { eachNode } = require('./syntax.cjs');

const DOMAIN = /^libs\/[^/]+\/src\/domain\//;
const PURE = /^libs\/(kernel\/src|[^/]+\/src\/domain)\/|\.(decider|projection|policy|codec)\.ts$/;

const OUTSIDE = new Map([
  ['Date.now', 'the time of day'],
  ['Math.random', 'chance'],
  ['process.env', 'the environment'],
  ['performance.now', 'the time of day'],
  ['crypto.randomUUID', 'chance'],
]);

const reachesOutside = (node) => {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'the time of day';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'the time of day';
  return ts.isPropertyAccessExpression(node) ? OUTSIDE.get(node.getText()) : undefined;
};

const isAsync = (node) =>
  (ts.isFunctionLike(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) ||
  ts.isAwaitExpression(node);

/** Rules are functions of data: time, chance, settings and what must be waited for reach them as data. */
const purity = (files) =>
  files
    .filter(({ path, test }) => PURE.test(path) && !test)
    .flatMap((file) => {
      const broken = [];
      eachNode(file, (node) => {
        const outside = reachesOutside(node);
        if (outside)
          broken.push([
            'pure-rules',
            `${node.getText()} takes ${outside} from outside: it comes in as data.`,
          ]);
        if (DOMAIN.test(file.path) && isAsync(node))
          broken.push(['no-waiting-in-the-domain', 'a rule does not wait: gather first, then decide.']);
        if (DOMAIN.test(file.path) && ts.isDecorator(node))
          broken.push(['no-decorators-in-the-domain', `${node.getText()} ties a rule to a framework.`]);
      });
      return broken.map(([rule, says]) => ({ rule, path: file.path, says }));
    });

/** A handler hands over; what it would decide belongs in the decider. */
const handlers = (files) =>
  files
    .filter(
      ({ path, text, test }) => path.endsWith('.handler.ts') && text.includes('@CommandHandler(') && !test,
    )
    .flatMap((file) => {
      const found = [];
      eachNode(file, (node) => {
        if (ts.isIfStatement(node) || ts.isConditionalExpression(node) || ts.isSwitchStatement(node))
          found.push({
            rule: 'handlers-decide-nothing',
            path: file.path,
            says: `"${node.getText().split('\n')[0]}" decides: that belongs in the decider.`,
          });
      });
      return found;
    });

module.exports = { handlers, purity };
