/** Words that say nothing about a paper's subject: function words and stock words of abstracts. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across after again against all almost also although always am among an and another
  any are as at be became because become been before being below between both but by can cannot could
  did do does doing done down during each either et etc even ever every few for from further had has
  have having he hence her here hers him his how however i ie if in into is it its itself just let like
  made make many may me might more most much must my neither no nor not now of off often on once one
  only onto or other others our ours out over own per quite rather really s same several she should
  since so some still such t than that the their theirs them themselves then there thereby therefore
  these they this those though through throughout thus to together too toward towards two under until
  up upon us use used uses using very via was we well were what when where whereas whether which while
  who whom whose why will with within without would yet you your yours
  paper propose proposed proposes present presents presented show shows shown`.split(/\s+/),
);
