// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

/// <summary>The codes that ISO 3166-1 assigns to countries and territories (249 in November 2026).</summary>
/// <remarks>
/// EU, AP, XK, ZZ, T1, A1 and A2 are seen in address data and are not among them; such answers count as "no country".
/// </remarks>
internal static class IsoCountries
{
    private const string Assigned =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
        "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO " +
        "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE " +
        "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO " +
        "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW " +
        "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM " +
        "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

    private static readonly CountrySet Set = Read();

    /// <summary>How many codes there are.</summary>
    public static int Count => Set.Count;

    /// <summary>Whether the code is assigned.</summary>
    public static bool Contains(CountryCode code) => Set.Contains(code);

    /// <summary>The code where it is assigned, otherwise "not known".</summary>
    public static CountryCode OrUnknown(CountryCode code) => Set.Contains(code) ? code : default;

    private static CountrySet Read()
    {
        var set = new CountrySet();
        foreach (string code in Assigned.Split(' '))
        {
            set.Add(CountryCode.Parse(code));
        }

        return set;
    }
}
