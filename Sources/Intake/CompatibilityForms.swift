/// Characters that look like others and stand in their place: a person reads the same, a program does not.
enum CompatibilityForms {
  /// The usual character in place of a radical, or of an ideograph that old encodings had to keep in
  /// a private place; nil where a character is none.
  ///
  /// Source: EquivalentUnifiedIdeograph.txt of Unicode 14; GB 18030-2022 for FE50–FEA0, which GBK
  /// mapped to U+E815–U+E864.
  static func usual(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    let usual: Unicode.Scalar? =
      switch value {
      case 0x2E80...0x2EF3: supplement[Int(value - 0x2E80)]
      case 0x2F00...0x2FD5: radicals[Int(value - 0x2F00)]
      case 0xE815...0xE864: ideographs[Int(value - 0xE815)]
      default: nil
      }
    return usual == scalar ? nil : usual
  }

  /// The ASCII of a full-width form, of a digit or an X of another form, and the plain space of all
  /// spaces; nil where a character is none of these.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    return switch value {
    case ..<0x80: nil
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
    case 0x2169, 0x2179: "X"
    case 0x1D7CE...0x1D7FF: Unicode.Scalar(48 + (value - 0x1D7CE) % 10)
    default: scalar.properties.generalCategory == .spaceSeparator ? " " : nil
    }
  }

  /// U+2E80–U+2EF3, the supplement of radicals.
  private static let supplement = Array(
    """
    ⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目\
    示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨\
    青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
    """.unicodeScalars)

  /// U+2F00–U+2FD5, the radicals of the Kangxi dictionary; 户 and 青 as China writes them.
  private static let radicals = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸\
    屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父\
    爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自\
    至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面\
    革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)

  /// U+E815–U+E864, the ideographs FE50–FEA0 of GBK.
  private static let ideographs = Array(
    """
    厂𠂇𠂉𠃌乙㑳㑇刀㔾龴㖞㘚㘎小心㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛𡗗龸𤴔䁖䅟𥫗䌷㓁羊𦍌𢦏䎱䎬聿䏝䓖\
    䙡䙌龹䜣䜩䝼䞍𧾷䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻
    """.unicodeScalars)
}
