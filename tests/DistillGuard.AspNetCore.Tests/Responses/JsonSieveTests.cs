// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using CsCheck;

namespace DistillGuard.AspNetCore.Responses;

public sealed class JsonSieveTests
{
    private static readonly string[] Scalars =
        ["null", "true", "false", "0", "-12.5e3", "7", "\"\"", "\"text\"", "\"a\\\"b\\\\\"", "\"\\u00fc\\n\"", "\"{[,]}:\"", "\"表\""];

    private static readonly string[] Names =
        ["\"id\"", "\"usage\"", "\"prompt_tokens\"", "\"response\"", "\"choices\"", "\"x\"", "\"\"", "\"a much longer name than any that is known\"", "\"i\\u0064\""];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.Int[0, Scalars.Length - 1].Select(i => Scalars[i]),
        Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 4
        ? Scalar
        : Gen.OneOf(
            Scalar,
            inner.Array[0, 4].Select(items => "[" + string.Join(" , ", items) + "]"),
            Gen.Select(Name, inner).Array[0, 4].Select(members => "{" + string.Join(",\n", members.Select(member => member.Item1 + " : " + member.Item2)) + "}")));

    [Test]
    public void Read_AnyJsonCutAnywhere_GivesTheValuesOfTheOracle() =>
        Gen.Select(Json, Gen.Int[1, 7].Array[1, 20]).Sample(
            (text, cuts) => Read(text, cuts) == string.Join('|', SieveOracle.Read(text)) + " whole",
            iter: 5_000);

    [TestCase("{\"id\":}")]
    [TestCase("{\"id\" 1}")]
    [TestCase("{id:1}")]
    [TestCase("[1 2]")]
    [TestCase("{}{}")]
    [TestCase("[}")]
    [TestCase("]")]
    [TestCase("{\"id\":\"\\q\"}")]
    public void Read_NotJson_IsBrokenAndSaysNothingMore(string text)
    {
        var sieve = new JsonSieve(new Target(), 100);
        sieve.Reset();

        sieve.Read(Encoding.UTF8.GetBytes(text));

        Assert.That(sieve.IsBroken);
    }

    [Test]
    public void Read_NestedDeeperThanTheLimit_IsBroken()
    {
        var sieve = new JsonSieve(new Target(), 100);
        sieve.Reset();

        sieve.Read(Encoding.UTF8.GetBytes(new string('[', 100_000)));

        Assert.That(sieve.IsBroken);
    }

    [Test]
    public void Read_AnyBytes_NeverThrows() =>
        Gen.Byte.Array[0, 300].Sample(bytes =>
        {
            var sieve = new JsonSieve(new Target(), 100);
            sieve.Reset();
            sieve.Read(bytes);
            sieve.End();
        });

    [Test]
    public void Members_AllNames_AreFoundByTheirName() =>
        Assert.That(
            Enum.GetValues<AnswerMember>().Where(member => member != AnswerMember.Other && NamesOf(member).All(name => AnswerMembers.Find(Encoding.UTF8.GetBytes(name)) != member)),
            Is.Empty);

    // snake_case or camelCase of the member's own name.
    private static IEnumerable<string> NamesOf(AnswerMember member)
    {
        yield return JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());
        yield return JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
    }

    private static string Read(string text, int[] cuts)
    {
        var target = new Target();
        var sieve = new JsonSieve(target, 1_000);
        sieve.Reset();
        ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(text);
        for (int i = 0; !bytes.IsEmpty; i++)
        {
            int length = Math.Min(cuts[i % cuts.Length], bytes.Length);
            sieve.Read(bytes[..length]);
            bytes = bytes[length..];
        }

        sieve.End();
        return string.Join('|', target.Values) + (sieve.IsWhole ? " whole" : " part");
    }

    private sealed class Target : ISieveTarget
    {
        public List<string> Values { get; } = [];

        public bool Wants(ulong path) => true;

        public void Take(ulong path, JsonTokenType kind, ReadOnlySpan<byte> value) =>
            Values.Add($"{path:x} {kind} {Encoding.UTF8.GetString(value)}");

        public void TakeTooLong(ulong path) => Values.Add($"{path:x} too long");
    }
}
