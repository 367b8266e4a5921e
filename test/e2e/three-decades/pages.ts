/** An article that is served as pages of its time were built, and what a reader sees of it. */
export interface Decade {
  year: number;
  slug: string;
  headline: string;
  /** How its message must show each part of the page. */
  dateline: string;
  summary: string;
  caption: string;
  credit: string;
  topics: readonly string[];
  people: readonly string[];
  policy: readonly string[];
  policyPath: string;
  comments: readonly { name: string; at: number; text: string }[];
  closing: string;
  html: (places: { photo: string }) => string;
}

/** 2004: tables, font tags, not one class name; comments follow one another in one cell. */
const tables: Decade = {
  year: 2004,
  slug: 'kiln',
  headline: 'Potters light the old kiln again',
  dateline: 'STOKE HARBOUR',
  summary: 'The brick kiln behind the fish hall burned for the first time in forty years',
  caption: 'Smoke rises over the fish hall in Stoke Harbour on Tuesday.',
  credit: 'Piet Okonjo',
  topics: ['Crafts', 'Old Town'],
  people: ['Hanne Villiers', 'Tomas Reyes', 'Ruth Adebayo'],
  policy: ['We welcome comments that add', 'Views expressed in the comments do not represent'],
  policyPath: '/house-rules',
  comments: [
    {
      name: 'claypipe',
      at: Date.UTC(2004, 9, 6, 11, 40),
      text: 'My grandfather built that chimney.',
    },
    { name: 'Old Salt', at: Date.UTC(2004, 9, 6, 12, 33), text: 'Who pays for the coal?' },
    {
      name: 'M. Ferrante',
      at: Date.UTC(2004, 9, 6, 20, 51),
      text: 'It smelled of bread all night.',
    },
  ],
  closing: 'This discussion is now closed.',
  html: ({ photo }) => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><title>Potters light the old kiln again - Stoke Harbour Chronicle</title></head>
<body bgcolor="#ffffff"><table width="760" border="0" cellpadding="0" cellspacing="0" align="center">
<tr><td colspan="2"><a href="/"><img src="/img/logo.gif" width="300" height="60" alt="Stoke Harbour Chronicle"></a></td></tr>
<tr><td width="150" valign="top"><font size="1"><a href="/news">News</a><br><a href="/sport">Sport</a><br><a href="/weather">Weather</a></font></td>
<td valign="top"><h1><font face="Arial" size="5">Potters light the old kiln again</font></h1>
<font size="1" color="#666666">STOKE HARBOUR Tue Oct 5, 2004 4:29pm EDT</font>
<table width="320" align="right" border="0"><tr><td><img src="${photo}" width="320" height="180" alt=""></td></tr>
<tr><td><font size="1">Smoke rises over the fish hall in Stoke Harbour on Tuesday.<br>Credit: Chronicle/Piet Okonjo</font></td></tr></table>
<p><font size="1"><b>Related Topics</b><br><a href="/topics/crafts" rel="tag">Crafts</a> | <a href="/topics/old-town" rel="tag">Old Town</a></font></p>
<p><font size="2">STOKE HARBOUR (Chronicle) - The brick kiln behind the fish hall burned for the first time in forty years on Tuesday, and half the town came to watch it.</font></p>
<p><font size="2">"We did not know whether the chimney would draw," said Ines Calder, who leads the guild of potters. "It drew."</font></p>
<p><font size="2">The guild had mended the kiln since spring with bricks from the demolished brewery. The first load, three hundred bowls, comes out on Friday.</font></p>
<p><font size="2">(Reporting by Hanne Villiers; additional reporting by Tomas Reyes; editing by Ruth Adebayo)</font></p>
<p><font size="1">We welcome comments that add to the story with facts, memories and links. If you see a comment that is irrelevant or inappropriate, report it to our editors by the link beside it. Views expressed in the comments do not represent those of the Chronicle. For more information on our comment policy, see <a href="/house-rules">the house rules</a>.</font></p>
<hr noshade size="1"><font size="3"><b>Comments (3)</b></font><br><br>
<font size="2"><b>claypipe</b> wrote:<br>My grandfather built that chimney. He said it would outlive the fish hall.<br><br>
<font size="1">Oct 06, 2004 7:40am EDT &nbsp;--&nbsp; <a href="/report?c=1">Report as abuse</a></font><br><br>
<b>Old Salt</b> wrote:<br>Who pays for the coal?<br>And who sweeps the quay?<br><br>
<font size="1">Oct 06, 2004 8:33am EDT &nbsp;--&nbsp; <a href="/report?c=2">Report as abuse</a></font><br><br>
<b>M. Ferrante</b> wrote:<br>It smelled of bread all night.<br><br>
<font size="1">Oct 06, 2004 4:51pm EDT &nbsp;--&nbsp; <a href="/report?c=3">Report as abuse</a></font></font><br><br>
<font size="2">This discussion is now closed. We welcome comments on our articles for a limited period after their publication.</font>
</td></tr><tr><td colspan="2" align="center"><font size="1">Copyright 2004 Stoke Harbour Chronicle</font></td></tr></table></body></html>`,
};

/** 2011: `div`s with class names of the house's own, none of which says "comment" alone. */
const divs: Decade = {
  year: 2011,
  slug: 'beacon',
  headline: 'Nobody switched off the beacon, keeper says',
  dateline: 'CAPE MARROW',
  summary: 'The keeper of the Marrow beacon denied on Thursday that anyone had switched it off',
  caption: 'A fishing boat passes the Marrow beacon on May 5, 2011.',
  credit: 'Jun Watanabe',
  topics: ['Coast', 'Shipping'],
  people: ['Elif Karaca', 'Noor Haddad', 'Ben Ostrow', 'Sara Lindqvist'],
  policy: ['We welcome comments that advance', 'Views expressed in the comments do not represent'],
  policyPath: '/about/talk',
  comments: [
    { name: 'tidewatcher', at: Date.UTC(2011, 4, 6, 11, 40), text: 'When a lamp fails' },
    { name: 'plain_jane', at: Date.UTC(2011, 4, 6, 12, 33), text: 'I was on that boat.' },
    {
      name: 'GullFeather',
      at: Date.UTC(2011, 4, 6, 20, 51),
      text: 'Another office that blames the weather.',
    },
  ],
  closing: 'This discussion is now closed.',
  html: ({
    photo,
  }) => `<!DOCTYPE html><html lang="en"><head><title>Nobody switched off the beacon, keeper says | Marrow Dispatch</title>
<meta name="description" content=""></head><body><div id="wrap"><div id="mastBar"><a href="/">Marrow Dispatch</a><ul id="navTop"><li><a href="/coast">Coast</a></li><li><a href="/town">Town</a></li></ul></div>
<div id="storyCol"><h1 class="storyHed">Nobody switched off the beacon, keeper says</h1>
<div class="storyStamp"><span class="placeLine">CAPE MARROW</span> <span class="whenLine">Thu May 5, 2011 4:29pm EDT</span></div>
<div class="articlePhotoBox"><div class="articlePhotoFrame"><img src="${photo}" width="450" height="253" alt="" /></div>
<div class="articlePhotoCaption">A fishing boat passes the Marrow beacon on May 5, 2011.</div><div class="articlePhotoCredit">Credit: Dispatch/Jun Watanabe</div></div>
<div class="relatedTopicsBox"><h3>Related Topics</h3><ul><li><a href="/topic/coast">Coast</a></li><li><a href="/topic/shipping">Shipping</a></li></ul></div>
<div class="storyCopy"><p>CAPE MARROW (Dispatch) - The keeper of the Marrow beacon denied on Thursday that anyone had switched it off in the night when two boats ran aground.</p>
<p>"Let me be clear, there is no switch," keeper Alma Thorne told the harbour board. "There is a clock, and the clock was right."</p>
<p>The board had asked for an inquiry into what it called the worst night on the coast in ten years. Both crews are safe.</p>
<p>A spokesman for the lamp's maker declined to comment.</p>
<p>(Reporting by Elif Karaca; additional reporting by Noor Haddad; editing by Ben Ostrow and Sara Lindqvist)</p></div>
<div class="talkBack"><div class="talkBackIntro"><p>We welcome comments that advance the story through relevant opinion, anecdotes, links and data. If you see a comment that you believe is irrelevant or inappropriate, you can flag it to our editors by using the report abuse links.</p><p>Views expressed in the comments do not represent those of the Dispatch. For more information on our comment policy, see <a href="/about/talk">how we talk</a>.</p></div>
<h4 class="talkBackCount">Comments (3)</h4>
<div class="tbEntry"><div class="tbWho">tidewatcher wrote:</div><div class="tbWords"><p>When a lamp fails, don’t you look at the lamp first, and at the clock second?</p><p>Two boats in one night is no accident.</p></div><div class="tbFoot">May 06, 2011 7:40am EDT&nbsp; -- &nbsp;<a href="#" class="tbFlag">Report as abuse</a></div></div>
<div class="tbEntry"><div class="tbWho">plain_jane wrote:</div><div class="tbWords"><p>“There is no switch”</p><p>I was on that boat. It was dark.</p></div><div class="tbFoot">May 06, 2011 8:33am EDT&nbsp; -- &nbsp;<a href="#" class="tbFlag">Report as abuse</a></div></div>
<div class="tbEntry"><div class="tbWho">GullFeather wrote:</div><div class="tbWords"><p>Another office that blames the weather. They said the same in March.</p></div><div class="tbFoot">May 06, 2011 4:51pm EDT&nbsp; -- &nbsp;<a href="#" class="tbFlag">Report as abuse</a></div></div>
<div class="tbOver">This discussion is now closed. We welcome comments on our articles for a limited period after their publication.</div></div></div>
<div id="sideCol"><h3>Most read</h3><div class="railItem"><a href="/town/bell">The bell of St. Brannoc is back</a><span>May 4, 2011</span></div><div class="railItem"><a href="/town/ferry">A ferry for the islands</a><span>May 3, 2011</span></div></div>
<div id="footBar">© 2011 Marrow Dispatch</div></div></body></html>`,
};

/** Today: names that a build tool made, and nothing in the page's data but its picture. */
const hashes: Decade = {
  year: 2026,
  slug: 'orchard',
  headline: 'The quay gets an orchard',
  dateline: 'LOWENHAVEN',
  summary: 'Forty apple trees now stand where the coal cranes stood',
  caption: 'Volunteers water the first trees on the east quay.',
  credit: 'Amara Diallo',
  topics: ['City', 'Gardens'],
  people: ['Ilse Brandt', 'Koji Mercer', 'Dana Whitlock'],
  policy: ['We welcome comments that are kind', 'Views expressed in the comments do not represent'],
  policyPath: '/community',
  comments: [
    {
      name: 'Pippa R.',
      at: Date.UTC(2026, 10, 20, 8, 15),
      text: 'Will anyone be allowed to pick?',
    },
    { name: 'Quince', at: Date.UTC(2026, 10, 20, 9, 2), text: 'From the third year on' },
    { name: 'harbour_hedgehog', at: Date.UTC(2026, 10, 21, 18, 30), text: 'Salt wind and apples.' },
  ],
  closing: 'Comments are closed.',
  html: ({
    photo,
  }) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The quay gets an orchard – Lowenhaven Post</title>
<meta property="og:title" content="The quay gets an orchard"><meta property="og:image" content="${photo}"></head>
<body class="css-1k9x2"><header class="css-8dq1p"><a href="/" class="css-77aa1">Lowenhaven Post</a><nav class="css-0z1b3"><a href="/city">City</a><a href="/sport">Sport</a></nav></header>
<main class="css-4e0x1"><article class="css-9aqz7"><h1 class="Headline-module--a1B2c">The quay gets an orchard</h1>
<div class="css-3kd02"><span class="css-1aab4">LOWENHAVEN</span><time class="css-2bbc5" datetime="2026-11-19T16:29:00Z">Nov 19, 2026</time></div>
<div class="css-5ff10"><div class="css-6gg21"><img class="css-7hh32" src="${photo}" width="960" height="540" alt="" loading="lazy"></div><div class="css-8ii43"><span class="Caption-module--x1Y2z">Volunteers water the first trees on the east quay.</span><span class="css-9jj54">Photo: Amara Diallo/Lowenhaven Post</span></div></div>
<div class="css-1mm87"><h2 class="css-2nn98">Related topics</h2><a class="css-3oo09" href="/topics/city">City</a><a class="css-3oo09" href="/topics/gardens">Gardens</a></div>
<section class="css-4pp10"><p class="css-5qq21">LOWENHAVEN (Post) - Forty apple trees now stand where the coal cranes stood, and the harbour board will plant forty more in spring.</p>
<p class="css-5qq21">“Nobody asked for apples,” said Marit Osei of the board. “They asked for shade.”</p>
<p class="css-5qq21">The trees came by barge from a nursery upriver. Each has a neighbour who waters it.</p>
<p class="css-5qq21">(Reporting by Ilse Brandt; additional reporting by Koji Mercer; editing by Dana Whitlock)</p></section></article>
<section class="css-6rr32"><p class="css-7ss43">We welcome comments that are kind and stay with the story. Offensive comments are removed.</p><p class="css-7ss43">Views expressed in the comments do not represent those of the Post. For more information see our <a class="css-8tt54" href="/community">comment policy</a>.</p>
<h2 class="css-2nn98">Comments (3)</h2><ul class="css-9uu65">
<li class="css-0vv76" id="m_58121"><div class="css-1ww87"><span class="css-2xx98">Pippa R.</span><time class="css-3yy09" datetime="2026-11-20T08:15:00Z">Nov 20</time></div><div class="css-4zz10"><p>Will anyone be allowed to pick?</p></div><div class="css-5ab21"><button class="css-6bc32">Reply</button><button class="css-6bc32">Report</button></div>
<ul class="css-9uu65"><li class="css-0vv76" id="m_58127"><div class="css-1ww87"><span class="css-2xx98">Quince</span><time class="css-3yy09" datetime="2026-11-20T09:02:00Z">Nov 20</time></div><div class="css-4zz10"><p>From the third year on, says the board’s plan.</p></div><div class="css-5ab21"><button class="css-6bc32">Reply</button><button class="css-6bc32">Report</button></div></li></ul></li>
<li class="css-0vv76" id="m_58144"><div class="css-1ww87"><span class="css-2xx98">harbour_hedgehog</span><time class="css-3yy09" datetime="2026-11-21T18:30:00Z">Nov 21</time></div><div class="css-4zz10"><p>Salt wind and apples. I give it two winters.</p></div><div class="css-5ab21"><button class="css-6bc32">Reply</button><button class="css-6bc32">Report</button></div></li></ul>
<p class="css-7ss43">Comments are closed. We keep them open for three days.</p></section>
<aside class="css-7cd43"><h2 class="css-2nn98">More from City</h2><ul><li><a href="/city/tram">Night trams return</a><time datetime="2026-11-22T10:00:00Z">Nov 22</time><span>By Ilse Brandt</span></li><li><a href="/city/pool">The sea pool opens at six</a><time datetime="2026-11-21T10:00:00Z">Nov 21</time><span>By Koji Mercer</span></li></ul></aside></main></body></html>`,
};

export const decades: readonly Decade[] = [tables, divs, hashes];
