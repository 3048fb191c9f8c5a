"""Words that say what happened to those who are counted: nouns of events, verbs, states."""

import re

from headwater.figures.vocabulary import listed

EVENT_NOUNS = listed(
    """
    death deaths killing killings murder murders assassination assassinations massacre massacres execution
    executions slaying slayings kidnapping kidnappings abduction abductions arrest arrests detention
    disappearance disappearances bodies body corpses remains wounding injury injuries displacement
    deportation release rescue capture loss lynching beheading torture killers murderers assassins killer
    murderer assassin
    """
)
EVENT = re.compile(
    r"(?:kill|murder|assassinat|massacr|execut|slay|slain|die[ds]?$|dying|perish|wound|injur|hurt|maim|kidnap|abduct"
    r"|arrest|detain|captur|seiz|destroy|displac|evacuat|rescu|deport|imprison|jail|tortur|behead|drown|damag|burn"
    r"|releas|free[ds]|shot$|shoot)"
)
DEADLY = listed("shot stabbed beaten burned burnt hacked tortured stoned trampled crushed gunned")
STATES = listed("dead wounded injured missing hurt homeless unaccounted alive hospitalized hospitalised")
INTRANSITIVE = listed(
    """
    died die dies perished fled escaped survived deserted disappeared vanished drowned surrendered returned left
    sank fell
    """
)
BE = listed("is are was were been being be get got gets getting isn't aren't wasn't weren't")
BARE_VERBS = listed(
    "kill kills wound wounds injure injures hurt hurts murder murders massacre massacres execute arrest arrests kidnap"
)
TOLD = STATES | listed("deaths killed victims fatalities casualties injuries")
FEARED = listed("feared believed presumed thought")
OTHER_CLAUSES = listed("who that which before after when while because if since although though he she they we i it")
SAYS_NOTHING = listed(  # of what is counted: "bringing the total to 5,000 jobs", "showed four districts"
    """
    left leaving said including included involving involved according following followed being regarding during having
    bringing brought showing showed shown expecting expected predicted predicting featuring featured covering covered
    representing represented containing contained getting got seeing seen comprising comprised citing cited totaling
    totalling totaled totalled averaging averaged reaching reached needing needed wanting wanted meaning counting
    keeping kept keep doing becoming became become considering based regarded using set setting
    """
)
HAPPENINGS = listed("clashes attacks bombings explosions strikes raids operations incidents ambushes battles blasts")
CLAUSES = listed("when while but who which that whom after before and or because as if where although though since")
OF_SURVEYS = listed("published conducted commissioned")
KIN = listed("mother father parent parents grandmother grandfather widow widower mum dad")
SINGULAR = listed("is was has isn't wasn't hasn't")
