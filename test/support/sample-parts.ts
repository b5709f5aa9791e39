/** The cover, title page and imprint of the sample, as a theme's pages might make them. */
export const coverHtml = `<section id="cover" class="cover" role="doc-cover">
<div class="cover-art"><img src="images/routes.svg" alt="Two lines that meet and part"></div>
<p class="cover-series">Lantern Papers</p><h1 class="cover-title">A Short Account of Harbours</h1>
<p class="cover-subtitle">How ports keep their promises</p><p class="cover-author">Ada Marsh and Bo Quill</p></section>`;

export const titlePageHtml = `<section id="title-page" class="title-page"><p class="title-page-title">A Short Account of Harbours</p>
<p class="title-page-subtitle">How ports keep their promises</p><p class="title-page-author">Ada Marsh</p></section>`;

export const imprintHtml = `<section id="imprint" class="imprint"><p>Published by Lantern Press in March 2021.</p>
<p>ISBN 978-0-00-000000-2</p></section>`;

export const contentsHtml = `<section id="contents" class="contents" role="doc-toc" aria-labelledby="contents-title">
<h1 id="contents-title">Contents</h1></section>`;

/** A front-matter chapter: an abstract, an epigraph, the series box. */
export const summaryHtml = `<section id="summary" class="chapter front" aria-labelledby="summary-title">
<header class="opener"><h1 id="summary-title">Summary</h1></header>
<section class="abstract" role="doc-abstract" aria-label="Summary"><p>A harbour is a promise in stone: whoever reaches it may stay.</p></section>
<blockquote class="epigraph" role="doc-epigraph"><p>All ships are borrowed from the weather.</p><footer>Old pilot, <cite>Sayings</cite></footer></blockquote>
<p>This account describes how such promises are kept, and what they cost the towns that make them.</p>
<aside class="series"><p><b class="series-title"><a href="https://example.org/lantern">Lantern Papers</a></b> Short accounts of large things.</p></aside>
</section>`;

/** The first chapter of the body: notes, cross-references, figures of two sizes, a table, a pull quote. */
export const quaysHtml = `<section id="quays" class="chapter body" role="doc-chapter" aria-labelledby="quays-title">
<header class="opener"><p class="chapter-number">1</p><h1 id="quays-title">Quays &amp; <em>moles</em></h1>
<p class="chapter-subtitle">The parts of a harbour</p><p class="chapter-authors">Ada Marsh, Bo Quill</p></header>
<p>A responsible municipality considers its breakwaters carefully before the autumn storms arrive, for nothing else
is inspected so seldom.<sup class="note-call"><a id="fnref-1" role="doc-noteref" href="#fn-1">1</a></sup> The argument is set out in <a class="cross-reference" href="#tbl-depths">Table 1</a>.</p>
<p>Engineers distinguish <strong>three kinds</strong>, and a fourth that is <del>imaginary</del> rare: see <code>mole.length</code>,
H<sub>2</sub>O, and the records at <a class="url" href="https://example.org/archives/harbours/records-1998">https://example.org/archives/harbours/records-1998</a>.</p>
<section id="quays-stone" aria-labelledby="quays-stone-h"><h2 id="quays-stone-h">Stone and timber</h2>
<p>Timber rots between the tides; stone settles. <span lang="ar" dir="rtl">ميناء</span> is the Arabic for a harbour.</p>
<aside class="pull-quote" role="doc-pullquote"><p>“Timber rots; stone settles.”</p></aside>
<figure id="fig-routes" class="figure size-wide"><img src="images/routes.svg" alt="Two lines that meet and part" width="400" height="120">
<figcaption><p><span class="label">Figure 1.</span> <span class="caption">Routes into the outer basin.</span> <span class="credit">Drawn for this sample.</span></p></figcaption></figure>
<section id="quays-depths" aria-labelledby="quays-depths-h"><h3 id="quays-depths-h">Depths</h3>
<div id="tbl-depths" class="table size-column"><table><caption><span class="label">Table 1.</span> <span class="caption">Depths at low water.</span></caption>
<thead><tr><th scope="col">Basin</th><th scope="col" class="align-right">Metres</th></tr></thead>
<tbody><tr><td>Outer</td><td class="align-right">12.5</td></tr><tr><td>Inner</td><td class="align-right">6.25</td></tr></tbody></table></div>
<p id="quays-silt">The inner basin silts.<sup class="note-call"><a id="fnref-1b" role="doc-noteref" href="#fn-1">1</a></sup></p></section></section></section>`;

/** The second chapter: callout, lists, quotation, code, a raster figure of a page, a passage in Arabic. */
export const tidesHtml = `<section id="tides" class="chapter body" role="doc-chapter" aria-labelledby="tides-title">
<header class="opener"><p class="chapter-number">2</p><h1 id="tides-title">Tides</h1></header>
<p>The moon does most of the work.<sup class="note-call"><a id="fnref-2" role="doc-noteref" href="#fn-2">2</a></sup></p>
<aside class="callout" id="callout-spring" aria-labelledby="callout-spring-h"><p class="callout-title" id="callout-spring-h">Spring tides</p>
<p>They come twice a month, and have nothing to do with the season.</p></aside>
<ul><li>High water<ul><li>springs</li><li>neaps</li></ul></li><li>Low water</li></ul>
<ol start="3"><li><p>Third.</p></li><li><p>Fourth.</p></li></ol>
<blockquote><p>We wait, because waiting is what a harbour is for.</p></blockquote>
<hr>
<p id="tides-sea" lang="ar" dir="rtl">البحر لا ينتظر أحدا، والميناء ينتظر الجميع.</p>
<pre><code class="language-text">level = moon + sun
tide  = level - mean</code></pre>
<figure id="fig-photo" class="figure size-page"><img src="images/photo.png" alt="A grey morning" width="600" height="400">
<figcaption><p><span class="label">Figure 2.</span> <span class="caption">A grey morning.</span></p></figcaption></figure>
</section>`;

export const authorHtml = `<section id="author" class="chapter back" aria-labelledby="author-title">
<header class="opener"><h1 id="author-title">About the author</h1></header>
<section class="contributor"><p class="contributor-name">Ada Marsh</p><p class="contributor-role">Author</p><p>Ada Marsh keeps a lighthouse.</p></section></section>`;

export const notesHtml = `<section id="notes" class="notes back" role="doc-endnotes" aria-labelledby="notes-title">
<header class="opener"><h1 id="notes-title">Notes</h1></header>
<ol class="notes-list"><li id="fn-1" class="note" data-number="1"><p><a class="note-number" role="doc-backlink" href="#fnref-1" aria-label="Back to reference 1">1.</a>
Ada Marsh, <i>Moles</i> (Harbourtown: Lantern Press, 1998), 14–19, <a class="url" href="https://example.org/moles/chapter.html">https://example.org/moles/chapter.html</a>.
<a class="note-return" role="doc-backlink" href="#fnref-1b" aria-label="Back to reference 1b">↩b</a></p></li>
<li id="fn-2" class="note" data-number="2"><p><a class="note-number" role="doc-backlink" href="#fnref-2" aria-label="Back to reference 2">2.</a> Tables of the coming year.</p>
<p>See also <a class="cross-reference" href="#fn-1">note 1</a>.</p></li></ol></section>`;

/** What a cover in one piece has beside the front. */
export const backHtml = `<p class="cover-blurb">What harbours promise, and to whom.</p><div class="bar-code"></div>`;
export const spineHtml = `<p class="cover-spine-title">A Short Account of Harbours</p>`;
