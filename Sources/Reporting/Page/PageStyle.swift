/// How our pages look: calm on a screen, complete on A4.
enum PageStyle {
  /// The style sheet.
  static let css = """

    :root { --ink: #1c2330; --soft: #5a6575; --line: #d5dae1; --fine: #e9ecf0; --wash: #f5f7f9;
      --blue: #1f4e79; --pale: #e6edf4; --red: #9c2a20; --amber: #7a4d00; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #eceff2; color: var(--ink); line-height: 1.6; font-size: 15px;
      font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
      "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
    main { max-width: 1080px; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff;
      border-top: 6px solid var(--blue); box-shadow: 0 1px 4px #1c233022; }
    h1, h2, h3 { font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun,
      Georgia, serif; line-height: 1.35; font-weight: 700; break-after: avoid; }
    h1 { font-size: 1.9rem; margin: 0 0 .4rem; }
    h2 { font-size: 1.3rem; margin: 2.8rem 0 .8rem; padding-bottom: .35rem;
      border-bottom: 2px solid var(--blue); }
    h3 { font-size: 1.05rem; margin: 1.8rem 0 .4rem; }
    p { margin: .4rem 0; }
    a { color: var(--blue); }
    .note, caption, .facts dt { color: var(--soft); font-size: .88em; }
    .facts { display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin: .8rem 0 0; }
    .facts div { display: flex; gap: .6em; align-items: baseline; }
    .facts dd { margin: 0; }
    .figures { display: flex; flex-wrap: wrap; margin: 1.8rem 0 .6rem; padding: 0; list-style: none;
      border: 1px solid var(--line); border-radius: 4px; }
    .figures li { flex: 1 1 7rem; padding: .8rem 1rem; border-left: 1px solid var(--fine); }
    .figures li:first-child { border-left: 0; }
    .figures strong { display: block; font-size: 1.75rem; line-height: 1.25; font-weight: 600; }
    .figures span { color: var(--soft); font-size: .88em; }
    .todo { margin: 1.4rem 0; padding: .9rem 1.2rem; background: var(--wash);
      border-left: 4px solid var(--amber); break-inside: avoid; }
    .todo ul { margin: .3rem 0 0; padding-left: 1.2rem; }
    .wide { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; font-size: .92em; }
    caption { text-align: left; padding: .2rem 0 .4rem; }
    th, td { padding: .38rem .55rem; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--fine); }
    thead th { font-weight: 600; color: var(--blue); background: var(--pale); vertical-align: bottom;
      word-break: keep-all; border-bottom: 1px solid var(--line); }
    tbody th { font-weight: 500; word-break: keep-all; }
    th[scope=rowgroup] { background: var(--wash); color: var(--soft); font-weight: 600; }
    tfoot th, tfoot td { font-weight: 600; border-top: 2px solid var(--line); border-bottom: 0; }
    .n { text-align: right; white-space: nowrap; }
    .nb { white-space: nowrap; }
    .short { color: var(--red); font-weight: 600; }
    .mark { display: inline-block; padding: 0 .45em; border-radius: 3px; font-size: .85em;
      white-space: nowrap; border: 1px solid var(--line); background: #fff; }
    .mark.clause { color: var(--blue); border-color: #b9cbdd; }
    .mark.local { color: var(--amber); border: 1px dashed #b98b3a; background: #fdf8ee; }
    .mark.tie { color: var(--ink); }
    details summary { cursor: pointer; color: var(--blue); font-size: .9em; }
    .pair tr:first-child > * { border-bottom: 0; }
    .pair td[colspan] { padding-top: 0; }
    .rules td:last-child { width: 48%; }
    /* The working stands after the fold, not in it, so that every browser prints it. */
    details:not([open]) + .working { display: none; }
    .working { margin: .3rem 0 .5rem; padding-left: 1.6rem; }
    .bar { display: flex; height: 1.1rem; margin: .8rem 0 .3rem; border: 1px solid var(--line); }
    .bar span { border-right: 1px solid #fff; }
    .bar .a { background: var(--blue); }
    .bar .b { background: #7d9cbb; }
    .bar .c { background: repeating-linear-gradient(45deg, #d9c9a6 0 4px, #f3ead6 4px 8px); }
    .bar .d { background: repeating-linear-gradient(-45deg, #cfd4da 0 2px, #fff 2px 6px); }
    .key { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .88em; margin: 0 0 1rem;
      padding: 0; list-style: none; }
    .key .bar { display: inline-flex; width: 1.6em; height: .8em; margin: 0 .4em 0 0; }
    .key .bar span { flex: 1; }
    footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line);
      color: var(--soft); font-size: .88em; }
    figure { margin: 1rem 0; break-inside: avoid; }
    .chart text { font-size: 12px; fill: var(--ink); }
    .chart .value { font-weight: 600; font-size: 11px; }
    figcaption { font-weight: 600; margin-bottom: .4rem; }
    .chart .axis { stroke: var(--ink); }
    .chart .grid { stroke: var(--fine); }
    .chart polyline { fill: none; stroke: var(--ink); stroke-width: 2; }
    .chart .median { stroke-dasharray: 7 4; }
    svg { display: block; width: 100%; height: auto; }
    @media (max-width: 700px) { main { margin: 0; padding: 1.2rem; } }
    @page { size: A4; margin: 15mm 14mm 16mm; @bottom-right { content: counter(page) " / "
      counter(pages); font-size: 8pt; color: #5a6575; } }
    @media print {
      body { background: none; font-size: 9.2pt; line-height: 1.45; }
      main { max-width: none; margin: 0; padding: 0; border: 0; box-shadow: none; }
      h1 { font-size: 17pt; } h2 { font-size: 12.5pt; margin-top: 1.6rem; } h3 { font-size: 10.5pt; }
      th, td { padding: 1.1mm 1.5mm; }
      a { color: inherit; text-decoration: none; }
      .wide { overflow: visible; }
      .figures strong { font-size: 15pt; }
      thead { display: table-header-group; } tfoot { display: table-row-group; }
      tr, li, article, .pair { break-inside: avoid; }
      details { display: none; } details:not([open]) + .working { display: block; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }

    """
}
