extension OfficialLetter {
  /// The letter as a page that prints on A4 as the standard asks.
  public var html: String {
    let attached = attachmentLines.map { line in
      "<p class=\"attached\"><span>\(line.label)</span>\(line.text.escaped)</p>"
    }
    let lines =
      [
        "<!DOCTYPE html>", "<html lang=\"zh-CN\">", "<head>", "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>\(title.escaped)</title>", "<style>\(Self.css)</style>", "</head>", "<body>",
        "<main>", "<header style=\"font-size: \(issuerSize)pt\">\(issuer.escaped)</header>",
        "<p class=\"number\">\(number.escaped)</p>", "<h1>\(title.escaped)</h1>",
        "<p class=\"to\">\(addressee.escaped)：</p>",
      ] + paragraphs.map { "<p>\($0.escaped)</p>" }
      + (attached.isEmpty ? [] : ["<div class=\"attachments\">"] + attached + ["</div>"])
      + [
        "<div class=\"signature\" style=\"padding-right: \(signatureInset)em\"><div>",
        "<p>\(issuer.escaped)</p>", "<p>\(date.chinese)</p>",
        "</div></div>",
      ] + (note.map { ["<p>\($0.escaped)</p>"] } ?? []) + ["</main>", "</body>", "</html>", ""]
    return lines.joined(separator: "\n")
  }

  /// Type area 156 mm × 225 mm, 22 lines of 28 characters; the head 30 mm below the edge, a thick
  /// above a thin red line of 170 mm, and the other way round 20 mm above the lower edge of page one.
  private static let css = """

    :root { --red: #d00000; --line: 10.22mm; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #e4e7ea; color: #000; font: 16pt/var(--line) "仿宋_GB2312",
      FangSong_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun,
      serif; letter-spacing: -.21pt; text-align: justify; line-break: strict; }
    p { margin: 0; text-indent: 2em; overflow-wrap: anywhere; }
    header { margin: 0 -6mm 0 -8mm; color: var(--red); text-align: center; white-space: nowrap;
      font: 600 30pt/1.2 "方正小标宋简体", FZXiaoBiaoSong-B05S, "方正小标宋_GBK",
      "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; letter-spacing: 0; }
    header::after { content: ""; display: block; height: 1.6mm; margin-top: 4mm; background:
      linear-gradient(var(--red) 0 .9mm, #0000 .9mm 1.3mm, var(--red) 1.3mm); }
    .number { text-align: right; text-indent: 0; padding-top: 4.9mm; }
    h1 { margin: calc(2 * var(--line)) 0 var(--line); text-align: center; font: 22pt/1.5
      "方正小标宋简体", FZXiaoBiaoSong-B05S, "方正小标宋_GBK", "Noto Serif CJK SC",
      "Source Han Serif SC", SimSun, serif; font-weight: 600; text-wrap: balance; }
    .to { text-indent: 0; }
    .attachments { margin-top: var(--line); break-inside: avoid; }
    .attached { display: flex; padding-left: 2em; text-indent: 0; }
    .attached span { flex: 0 0 3em; }
    .signature { margin-top: var(--line); display: flex; justify-content: flex-end;
      break-inside: avoid; }
    .signature p { text-align: center; text-indent: 0; }
    @page { size: A4; margin: 37mm 20mm 35mm; }
    @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt SimSun, serif;
      padding: 7mm 0 0 13mm; vertical-align: top; } }
    @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt SimSun, serif;
      padding: 7mm 11mm 0 0; vertical-align: top; } }
    @page :first { margin-top: 30mm;
      @bottom-left { content: none; } @bottom-right { content: none; }
      @bottom-center { content: ""; width: 170mm; height: 1.6mm; margin-top: 13.4mm;
        vertical-align: top; background:
        linear-gradient(#d00000 0 .3mm, #0000 .3mm .7mm, #d00000 .7mm); } }
    @media screen {
      main { position: relative; width: 210mm; min-height: 297mm; margin: 8mm auto; background: #fff;
        padding: 30mm 26mm 35mm 28mm; box-shadow: 0 1px 6px #0004; }
      main::after { content: ""; position: absolute; left: 20mm; bottom: 20mm; width: 170mm;
        height: 1.6mm; background:
        linear-gradient(var(--red) 0 .3mm, #0000 .3mm .7mm, var(--red) .7mm); }
    }
    @media print { body { background: none; } main { padding: 0 6mm 0 8mm; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }

    """
}
