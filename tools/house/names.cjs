'use strict';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SAYS_NOTHING = /^(utils?|common|helpers?|base|managers?|misc|shared)$/;

/** What stands in a file, and the end its name has then. */
const ROLES = [
  { holds: /^@Controller\(/m, role: ['controller'] },
  { holds: /^@Module\(/m, role: ['module'] },
  { holds: /^@(CommandHandler|QueryHandler)\(/m, role: ['handler'] },
  { holds: /\bextends Command</, role: ['command'] },
  { holds: /\bextends Query</, role: ['query'] },
  { holds: /= defineCodec[<(]/, role: ['codec'] },
  { holds: /= defineTable[<(]/, role: ['projection', 'tables'] },
  { holds: /\bdecider: Decider</, role: ['decider'] },
];

const wordsOf = (name) => name.split('.');

/** Names of files and folders: kebab-case, saying what is inside, with the suffix of the role. */
const names = (files) =>
  files.flatMap(({ path, text, test }) => {
    const parts = path.split('/');
    const broken = [];
    const crooked = parts.find((part) => !wordsOf(part).every((word) => KEBAB.test(word)));
    if (crooked) broken.push(['kebab-case', `"${crooked}" is not kebab-case.`]);
    const empty = parts.flatMap((part) => part.split(/[.-]/)).find((word) => SAYS_NOTHING.test(word));
    if (empty)
      broken.push(['telling-names', `"${empty}" says nothing about what is inside: name what it is for.`]);
    if (!test && path.endsWith('.ts') && !path.startsWith('libs/kernel/'))
      for (const { holds, role } of ROLES)
        if (holds.test(text) && !role.some((suffix) => path.endsWith(`.${suffix}.ts`)))
          broken.push([
            'role-suffix',
            `what it holds belongs in a file named …${role.map((r) => `.${r}.ts`).join(' or …')}.`,
          ]);
    return broken.map(([rule, says]) => ({ rule, path, says }));
  });

module.exports = { names };
