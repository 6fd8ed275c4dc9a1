namespace MapTiler.Geocoding;

/// <summary>The languages of the Geocoding API as ISO 639-1 codes. Other strings are sent as they are.</summary>
public static class Languages
{
    /// <summary>Abkhazian, <c>ab</c>.</summary>
    public const string Abkhazian = "ab";

    /// <summary>Afar, <c>aa</c>.</summary>
    public const string Afar = "aa";

    /// <summary>Afrikaans, <c>af</c>.</summary>
    public const string Afrikaans = "af";

    /// <summary>Akan, <c>ak</c>.</summary>
    public const string Akan = "ak";

    /// <summary>Albanian, <c>sq</c>.</summary>
    public const string Albanian = "sq";

    /// <summary>Amharic, <c>am</c>.</summary>
    public const string Amharic = "am";

    /// <summary>Arabic, <c>ar</c>.</summary>
    public const string Arabic = "ar";

    /// <summary>Aragonese, <c>an</c>.</summary>
    public const string Aragonese = "an";

    /// <summary>Armenian, <c>hy</c>.</summary>
    public const string Armenian = "hy";

    /// <summary>Assamese, <c>as</c>.</summary>
    public const string Assamese = "as";

    /// <summary>Avaric, <c>av</c>.</summary>
    public const string Avaric = "av";

    /// <summary>Avestan, <c>ae</c>.</summary>
    public const string Avestan = "ae";

    /// <summary>Aymara, <c>ay</c>.</summary>
    public const string Aymara = "ay";

    /// <summary>Azerbaijani, <c>az</c>.</summary>
    public const string Azerbaijani = "az";

    /// <summary>Bambara, <c>bm</c>.</summary>
    public const string Bambara = "bm";

    /// <summary>Bashkir, <c>ba</c>.</summary>
    public const string Bashkir = "ba";

    /// <summary>Basque, <c>eu</c>.</summary>
    public const string Basque = "eu";

    /// <summary>Belarusian, <c>be</c>.</summary>
    public const string Belarusian = "be";

    /// <summary>Bengali, <c>bn</c>.</summary>
    public const string Bengali = "bn";

    /// <summary>Bihari, <c>bh</c>.</summary>
    public const string Bihari = "bh";

    /// <summary>Bislama, <c>bi</c>.</summary>
    public const string Bislama = "bi";

    /// <summary>Bosnian, <c>bs</c>.</summary>
    public const string Bosnian = "bs";

    /// <summary>Breton, <c>br</c>.</summary>
    public const string Breton = "br";

    /// <summary>Bulgarian, <c>bg</c>.</summary>
    public const string Bulgarian = "bg";

    /// <summary>Burmese, <c>my</c>.</summary>
    public const string Burmese = "my";

    /// <summary>Catalan, <c>ca</c>.</summary>
    public const string Catalan = "ca";

    /// <summary>Chamorro, <c>ch</c>.</summary>
    public const string Chamorro = "ch";

    /// <summary>Chechen, <c>ce</c>.</summary>
    public const string Chechen = "ce";

    /// <summary>Chichewa, <c>ny</c>.</summary>
    public const string Chichewa = "ny";

    /// <summary>Chinese, <c>zh</c>.</summary>
    public const string Chinese = "zh";

    /// <summary>Church Slavic, <c>cu</c>.</summary>
    public const string ChurchSlavic = "cu";

    /// <summary>Chuvash, <c>cv</c>.</summary>
    public const string Chuvash = "cv";

    /// <summary>Cornish, <c>kw</c>.</summary>
    public const string Cornish = "kw";

    /// <summary>Corsican, <c>co</c>.</summary>
    public const string Corsican = "co";

    /// <summary>Cree, <c>cr</c>.</summary>
    public const string Cree = "cr";

    /// <summary>Croatian, <c>hr</c>.</summary>
    public const string Croatian = "hr";

    /// <summary>Czech, <c>cs</c>.</summary>
    public const string Czech = "cs";

    /// <summary>Danish, <c>da</c>.</summary>
    public const string Danish = "da";

    /// <summary>Divehi, <c>dv</c>.</summary>
    public const string Divehi = "dv";

    /// <summary>Dutch, <c>nl</c>.</summary>
    public const string Dutch = "nl";

    /// <summary>Dzongkha, <c>dz</c>.</summary>
    public const string Dzongkha = "dz";

    /// <summary>English, <c>en</c>.</summary>
    public const string English = "en";

    /// <summary>Esperanto, <c>eo</c>.</summary>
    public const string Esperanto = "eo";

    /// <summary>Estonian, <c>et</c>.</summary>
    public const string Estonian = "et";

    /// <summary>Ewe, <c>ee</c>.</summary>
    public const string Ewe = "ee";

    /// <summary>Faroese, <c>fo</c>.</summary>
    public const string Faroese = "fo";

    /// <summary>Fijian, <c>fj</c>.</summary>
    public const string Fijian = "fj";

    /// <summary>Finnish, <c>fi</c>.</summary>
    public const string Finnish = "fi";

    /// <summary>French, <c>fr</c>.</summary>
    public const string French = "fr";

    /// <summary>Fulah, <c>ff</c>.</summary>
    public const string Fulah = "ff";

    /// <summary>Galician, <c>gl</c>.</summary>
    public const string Galician = "gl";

    /// <summary>Ganda, <c>lg</c>.</summary>
    public const string Ganda = "lg";

    /// <summary>Georgian, <c>ka</c>.</summary>
    public const string Georgian = "ka";

    /// <summary>German, <c>de</c>.</summary>
    public const string German = "de";

    /// <summary>Greek, <c>el</c>.</summary>
    public const string Greek = "el";

    /// <summary>Guarani, <c>gn</c>.</summary>
    public const string Guarani = "gn";

    /// <summary>Gujarati, <c>gu</c>.</summary>
    public const string Gujarati = "gu";

    /// <summary>Haitian, <c>ht</c>.</summary>
    public const string Haitian = "ht";

    /// <summary>Hausa, <c>ha</c>.</summary>
    public const string Hausa = "ha";

    /// <summary>Hebrew, <c>he</c>.</summary>
    public const string Hebrew = "he";

    /// <summary>Herero, <c>hz</c>.</summary>
    public const string Herero = "hz";

    /// <summary>Hindi, <c>hi</c>.</summary>
    public const string Hindi = "hi";

    /// <summary>Hiri Motu, <c>ho</c>.</summary>
    public const string HiriMotu = "ho";

    /// <summary>Hungarian, <c>hu</c>.</summary>
    public const string Hungarian = "hu";

    /// <summary>Icelandic, <c>is</c>.</summary>
    public const string Icelandic = "is";

    /// <summary>Ido, <c>io</c>.</summary>
    public const string Ido = "io";

    /// <summary>Igbo, <c>ig</c>.</summary>
    public const string Igbo = "ig";

    /// <summary>Indonesian, <c>id</c>.</summary>
    public const string Indonesian = "id";

    /// <summary>Interlingua, <c>ia</c>.</summary>
    public const string Interlingua = "ia";

    /// <summary>Interlingue, <c>ie</c>.</summary>
    public const string Interlingue = "ie";

    /// <summary>Inuktitut, <c>iu</c>.</summary>
    public const string Inuktitut = "iu";

    /// <summary>Inupiaq, <c>ik</c>.</summary>
    public const string Inupiaq = "ik";

    /// <summary>Irish, <c>ga</c>.</summary>
    public const string Irish = "ga";

    /// <summary>Italian, <c>it</c>.</summary>
    public const string Italian = "it";

    /// <summary>Japanese, <c>ja</c>.</summary>
    public const string Japanese = "ja";

    /// <summary>Javanese, <c>jv</c>.</summary>
    public const string Javanese = "jv";

    /// <summary>Kalaallisut, <c>kl</c>.</summary>
    public const string Kalaallisut = "kl";

    /// <summary>Kannada, <c>kn</c>.</summary>
    public const string Kannada = "kn";

    /// <summary>Kanuri, <c>kr</c>.</summary>
    public const string Kanuri = "kr";

    /// <summary>Kashmiri, <c>ks</c>.</summary>
    public const string Kashmiri = "ks";

    /// <summary>Kazakh, <c>kk</c>.</summary>
    public const string Kazakh = "kk";

    /// <summary>Khmer, <c>km</c>.</summary>
    public const string Khmer = "km";

    /// <summary>Kikuyu, <c>ki</c>.</summary>
    public const string Kikuyu = "ki";

    /// <summary>Kinyarwanda, <c>rw</c>.</summary>
    public const string Kinyarwanda = "rw";

    /// <summary>Komi, <c>kv</c>.</summary>
    public const string Komi = "kv";

    /// <summary>Kongo, <c>kg</c>.</summary>
    public const string Kongo = "kg";

    /// <summary>Korean, <c>ko</c>.</summary>
    public const string Korean = "ko";

    /// <summary>Kuanyama, <c>kj</c>.</summary>
    public const string Kuanyama = "kj";

    /// <summary>Kurdish, <c>ku</c>.</summary>
    public const string Kurdish = "ku";

    /// <summary>Kyrgyz, <c>ky</c>.</summary>
    public const string Kyrgyz = "ky";

    /// <summary>Lao, <c>lo</c>.</summary>
    public const string Lao = "lo";

    /// <summary>Latin, <c>la</c>.</summary>
    public const string Latin = "la";

    /// <summary>Latvian, <c>lv</c>.</summary>
    public const string Latvian = "lv";

    /// <summary>Limburgish, <c>li</c>.</summary>
    public const string Limburgish = "li";

    /// <summary>Lingala, <c>ln</c>.</summary>
    public const string Lingala = "ln";

    /// <summary>Lithuanian, <c>lt</c>.</summary>
    public const string Lithuanian = "lt";

    /// <summary>Luba Katanga, <c>lu</c>.</summary>
    public const string LubaKatanga = "lu";

    /// <summary>Luxembourgish, <c>lb</c>.</summary>
    public const string Luxembourgish = "lb";

    /// <summary>Macedonian, <c>mk</c>.</summary>
    public const string Macedonian = "mk";

    /// <summary>Malagasy, <c>mg</c>.</summary>
    public const string Malagasy = "mg";

    /// <summary>Malay, <c>ms</c>.</summary>
    public const string Malay = "ms";

    /// <summary>Malayalam, <c>ml</c>.</summary>
    public const string Malayalam = "ml";

    /// <summary>Maltese, <c>mt</c>.</summary>
    public const string Maltese = "mt";

    /// <summary>Manx, <c>gv</c>.</summary>
    public const string Manx = "gv";

    /// <summary>Maori, <c>mi</c>.</summary>
    public const string Maori = "mi";

    /// <summary>Marathi, <c>mr</c>.</summary>
    public const string Marathi = "mr";

    /// <summary>Marshallese, <c>mh</c>.</summary>
    public const string Marshallese = "mh";

    /// <summary>Mongolian, <c>mn</c>.</summary>
    public const string Mongolian = "mn";

    /// <summary>Nauru, <c>na</c>.</summary>
    public const string Nauru = "na";

    /// <summary>Navajo, <c>nv</c>.</summary>
    public const string Navajo = "nv";

    /// <summary>Ndonga, <c>ng</c>.</summary>
    public const string Ndonga = "ng";

    /// <summary>Nepali, <c>ne</c>.</summary>
    public const string Nepali = "ne";

    /// <summary>North Ndebele, <c>nd</c>.</summary>
    public const string NorthNdebele = "nd";

    /// <summary>Northern Sami, <c>se</c>.</summary>
    public const string NorthernSami = "se";

    /// <summary>Norwegian, <c>no</c>.</summary>
    public const string Norwegian = "no";

    /// <summary>Norwegian Bokmal, <c>nb</c>.</summary>
    public const string NorwegianBokmal = "nb";

    /// <summary>Norwegian Nynorsk, <c>nn</c>.</summary>
    public const string NorwegianNynorsk = "nn";

    /// <summary>Occitan, <c>oc</c>.</summary>
    public const string Occitan = "oc";

    /// <summary>Ojibwa, <c>oj</c>.</summary>
    public const string Ojibwa = "oj";

    /// <summary>Oriya, <c>or</c>.</summary>
    public const string Oriya = "or";

    /// <summary>Oromo, <c>om</c>.</summary>
    public const string Oromo = "om";

    /// <summary>Ossetian, <c>os</c>.</summary>
    public const string Ossetian = "os";

    /// <summary>Pali, <c>pi</c>.</summary>
    public const string Pali = "pi";

    /// <summary>Pashto, <c>ps</c>.</summary>
    public const string Pashto = "ps";

    /// <summary>Persian, <c>fa</c>.</summary>
    public const string Persian = "fa";

    /// <summary>Polish, <c>pl</c>.</summary>
    public const string Polish = "pl";

    /// <summary>Portuguese, <c>pt</c>.</summary>
    public const string Portuguese = "pt";

    /// <summary>Punjabi, <c>pa</c>.</summary>
    public const string Punjabi = "pa";

    /// <summary>Quechua, <c>qu</c>.</summary>
    public const string Quechua = "qu";

    /// <summary>Romanian, <c>ro</c>.</summary>
    public const string Romanian = "ro";

    /// <summary>Romansh, <c>rm</c>.</summary>
    public const string Romansh = "rm";

    /// <summary>Rundi, <c>rn</c>.</summary>
    public const string Rundi = "rn";

    /// <summary>Russian, <c>ru</c>.</summary>
    public const string Russian = "ru";

    /// <summary>Samoan, <c>sm</c>.</summary>
    public const string Samoan = "sm";

    /// <summary>Sango, <c>sg</c>.</summary>
    public const string Sango = "sg";

    /// <summary>Sanskrit, <c>sa</c>.</summary>
    public const string Sanskrit = "sa";

    /// <summary>Sardinian, <c>sc</c>.</summary>
    public const string Sardinian = "sc";

    /// <summary>Scottish Gaelic, <c>gd</c>.</summary>
    public const string ScottishGaelic = "gd";

    /// <summary>Serbian, <c>sr</c>.</summary>
    public const string Serbian = "sr";

    /// <summary>Shona, <c>sn</c>.</summary>
    public const string Shona = "sn";

    /// <summary>Sichuan Yi, <c>ii</c>.</summary>
    public const string SichuanYi = "ii";

    /// <summary>Sindhi, <c>sd</c>.</summary>
    public const string Sindhi = "sd";

    /// <summary>Sinhala, <c>si</c>.</summary>
    public const string Sinhala = "si";

    /// <summary>Slovak, <c>sk</c>.</summary>
    public const string Slovak = "sk";

    /// <summary>Slovenian, <c>sl</c>.</summary>
    public const string Slovenian = "sl";

    /// <summary>Somali, <c>so</c>.</summary>
    public const string Somali = "so";

    /// <summary>South Ndebele, <c>nr</c>.</summary>
    public const string SouthNdebele = "nr";

    /// <summary>Southern Sotho, <c>st</c>.</summary>
    public const string SouthernSotho = "st";

    /// <summary>Spanish, <c>es</c>.</summary>
    public const string Spanish = "es";

    /// <summary>Sundanese, <c>su</c>.</summary>
    public const string Sundanese = "su";

    /// <summary>Swahili, <c>sw</c>.</summary>
    public const string Swahili = "sw";

    /// <summary>Swati, <c>ss</c>.</summary>
    public const string Swati = "ss";

    /// <summary>Swedish, <c>sv</c>.</summary>
    public const string Swedish = "sv";

    /// <summary>Tagalog, <c>tl</c>.</summary>
    public const string Tagalog = "tl";

    /// <summary>Tahitian, <c>ty</c>.</summary>
    public const string Tahitian = "ty";

    /// <summary>Tajik, <c>tg</c>.</summary>
    public const string Tajik = "tg";

    /// <summary>Tamil, <c>ta</c>.</summary>
    public const string Tamil = "ta";

    /// <summary>Tatar, <c>tt</c>.</summary>
    public const string Tatar = "tt";

    /// <summary>Telugu, <c>te</c>.</summary>
    public const string Telugu = "te";

    /// <summary>Thai, <c>th</c>.</summary>
    public const string Thai = "th";

    /// <summary>Tibetan, <c>bo</c>.</summary>
    public const string Tibetan = "bo";

    /// <summary>Tigrinya, <c>ti</c>.</summary>
    public const string Tigrinya = "ti";

    /// <summary>Tonga, <c>to</c>.</summary>
    public const string Tonga = "to";

    /// <summary>Tsonga, <c>ts</c>.</summary>
    public const string Tsonga = "ts";

    /// <summary>Tswana, <c>tn</c>.</summary>
    public const string Tswana = "tn";

    /// <summary>Turkish, <c>tr</c>.</summary>
    public const string Turkish = "tr";

    /// <summary>Turkmen, <c>tk</c>.</summary>
    public const string Turkmen = "tk";

    /// <summary>Twi, <c>tw</c>.</summary>
    public const string Twi = "tw";

    /// <summary>Uighur, <c>ug</c>.</summary>
    public const string Uighur = "ug";

    /// <summary>Ukrainian, <c>uk</c>.</summary>
    public const string Ukrainian = "uk";

    /// <summary>Urdu, <c>ur</c>.</summary>
    public const string Urdu = "ur";

    /// <summary>Uzbek, <c>uz</c>.</summary>
    public const string Uzbek = "uz";

    /// <summary>Venda, <c>ve</c>.</summary>
    public const string Venda = "ve";

    /// <summary>Vietnamese, <c>vi</c>.</summary>
    public const string Vietnamese = "vi";

    /// <summary>Volapuk, <c>vo</c>.</summary>
    public const string Volapuk = "vo";

    /// <summary>Walloon, <c>wa</c>.</summary>
    public const string Walloon = "wa";

    /// <summary>Welsh, <c>cy</c>.</summary>
    public const string Welsh = "cy";

    /// <summary>Western Frisian, <c>fy</c>.</summary>
    public const string WesternFrisian = "fy";

    /// <summary>Wolof, <c>wo</c>.</summary>
    public const string Wolof = "wo";

    /// <summary>Xhosa, <c>xh</c>.</summary>
    public const string Xhosa = "xh";

    /// <summary>Yiddish, <c>yi</c>.</summary>
    public const string Yiddish = "yi";

    /// <summary>Yoruba, <c>yo</c>.</summary>
    public const string Yoruba = "yo";

    /// <summary>Zhuang, <c>za</c>.</summary>
    public const string Zhuang = "za";

    /// <summary>Zulu, <c>zu</c>.</summary>
    public const string Zulu = "zu";
}
