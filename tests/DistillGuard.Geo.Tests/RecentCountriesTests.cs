// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Geo;

public sealed class RecentCountriesTests
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    [Test]
    public void Add_OneCountry_IsOne() => Assert.That(Last("DE 0, DE 10, DE 20"), Is.EqualTo(1));

    [Test]
    public void Add_FromOneToTheNext_IsOne() => Assert.That(Last("DE 0, DE 10, FR 20, FR 30, ES 40, ES 50"), Is.EqualTo(1));

    [Test]
    public void Add_ThereAndBack_IsOne() => Assert.That(Last("DE 0, FR 10, DE 20"), Is.EqualTo(1));

    [Test]
    public void Add_TwoInTurn_AreTwo() => Assert.That(Last("DE 0, FR 10, DE 20, FR 30"), Is.EqualTo(2));

    [Test]
    public void Add_ThreeInTurn_AreThree() => Assert.That(Last("DE 0, FR 1, ES 2, DE 3, FR 4, ES 5"), Is.EqualTo(3));

    [Test]
    public void Add_ServerAtHomeWhileTravelling_IsTwo() =>
        Assert.That(Last("US 0, DE 1, US 2, DE 3, US 4, FR 20, US 21, FR 22, US 23"), Is.EqualTo(2));

    [Test]
    public void Add_PauseLongerThanTheWindow_BeginsAnew() =>
        Assert.That(Last("DE 0, FR 10, DE 20, FR 30, DE 100, FR 110"), Is.EqualTo(1));

    [Test]
    public void Add_MoreCountriesThanRoom_StaysWithinIt() =>
        Assert.That(
            Last(string.Join(", ", Enumerable.Range(0, 40).Select(
                minute => $"{"DE FR ES IT PT NL BE AT".Split(' ')[minute % 8]} {minute}"))),
            Is.LessThanOrEqualTo(RecentCountries.Capacity));

    [Test]
    public void Add_TimeRunsBackwards_StaysCalm() => Assert.That(Last("DE 50, FR 10, DE 20, FR 5"), Is.InRange(1, 2));

    [Test]
    public void Add_RandomVisits_AgreesWithScanOverAllMoments() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 25]).Array[1, 40].Sample(
            visits =>
            {
                var countries = default(RecentCountries);
                var stretches = new Dictionary<string, (int First, int Last)>(StringComparer.Ordinal);
                int minute = 0;
                foreach ((int pick, int pause) in visits)
                {
                    minute += pause;
                    string code = "DE FR ES IT".Split(' ')[pick];
                    int found = countries.Add(CountryCode.Parse(code), Ticks(minute), Window);
                    bool goesOn = stretches.TryGetValue(code, out (int First, int Last) stretch) && minute - stretch.Last <= 60;
                    stretches[code] = (goesOn ? stretch.First : minute, minute);
                    if (found != Scan(stretches, stretches[code].First, minute))
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 10_000,
            seed: "0000000000001");

    // Every half minute of the current stretch: how many stretches in use hold it strictly inside or at their beginning.
    private static int Scan(Dictionary<string, (int First, int Last)> stretches, int first, int now)
    {
        int most = 1;
        for (double moment = first; moment <= now; moment += 0.5)
        {
            most = Math.Max(
                most,
                stretches.Values.Count(stretch => now - stretch.Last <= 60 && stretch.First <= moment && stretch.Last > moment));
        }

        return most;
    }

    private static int Last(string visits)
    {
        var countries = default(RecentCountries);
        int last = 0;
        foreach (string visit in visits.Split(", "))
        {
            string[] parts = visit.Split(' ');
            last = countries.Add(CountryCode.Parse(parts[0]), Ticks(int.Parse(parts[1])), Window);
        }

        return last;
    }

    private static long Ticks(int minute) => new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute).Ticks;
}
