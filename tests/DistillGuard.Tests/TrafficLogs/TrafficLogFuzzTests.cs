// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogFuzzTests
{
    private static readonly byte[] Seed = Encoding.UTF8.GetBytes(Logs.Full);

    private static readonly byte[] Alphabet =
        Encoding.UTF8.GetBytes("{}[]\",:\\u0019.eE+-tfn \n\r\t").Append((byte)0xC3).Append((byte)0).ToArray();

    private static readonly Gen<byte> Letter = Gen.Int[0, Alphabet.Length - 1].Select(static index => Alphabet[index]);

    private static readonly Gen<byte[]> Mutated =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Seed.Length - 1], Gen.Int[0, Seed.Length - 1], Letter)
            .Array[1, 6]
            .Select(static mutations =>
            {
                var line = new List<byte>(Seed);
                foreach ((int kind, int first, int second, byte letter) in mutations)
                {
                    Mutate(line, kind, first, second, letter);
                }

                return line.ToArray();
            });

    [Test]
    public void Read_MutatedLines_NeverThrowsAndCountsEveryLine() =>
        Mutated.Sample(static line => IsSound([.. Encoding.UTF8.GetBytes(Logs.Least + "\n"), .. line]), iter: 20_000);

    [Test]
    public void Read_AnyBytes_NeverThrowsAndCountsEveryLine() =>
        Gen.Byte.Array[0, 200].Where(static bytes => bytes is not [0x1F, 0x8B, ..]).Sample(IsSound, iter: 10_000);

    [Test]
    public void Read_AnyJsonLetters_NeverThrowsAndCountsEveryLine() =>
        Letter.Array[0, 60].Sample(IsSound, iter: 10_000);

    [Test]
    public void Read_MutatedGzip_ThrowsNothingButItsOwnException()
    {
        byte[] whole = Logs.Gzip(string.Concat(Enumerable.Repeat(Logs.Full + "\n", 20)));
        Gen.Select(Gen.Int[2, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(
            mutations =>
            {
                byte[] mutated = [.. whole];
                foreach ((int index, byte value) in mutations)
                {
                    mutated[index] = value;
                }

                try
                {
                    return IsSound(mutated);
                }
                catch (TrafficLogException)
                {
                    return true;
                }
            },
            iter: 10_000);
    }

    private static void Mutate(List<byte> line, int kind, int first, int second, byte letter)
    {
        first = Math.Min(first, line.Count);
        second = Math.Min(second, line.Count);
        int start = Math.Min(first, second);
        int length = Math.Min(Math.Abs(first - second), 20);
        switch (kind)
        {
            case 0:
                line.Insert(first, letter);
                break;
            case 1:
                line.RemoveRange(start, length);
                break;
            case 2:
                line.InsertRange(first, line.GetRange(start, length));
                break;
            default:
                if (first < line.Count)
                {
                    line[first] = letter;
                }

                break;
        }
    }

    private static bool IsSound(byte[] log)
    {
        using TrafficLogReader reader = Logs.Reader(log, new TrafficLogReaderOptions { MaximumProblems = 10_000 });
        int delivered = Logs.ReadAll(reader).Count;
        TrafficLogCounters counters = reader.Counters;
        return counters.Lines == delivered + counters.Skipped
            && delivered == counters.Exchanges + counters.Enforcements + counters.ModelReleases
            && reader.Problems.Count(static problem => problem.IsSkipped) == counters.Skipped
            && reader.Problems.All(static problem => problem.Line >= 1 && problem.Column >= 1
                && problem.ToString().Length > 20);
    }
}
