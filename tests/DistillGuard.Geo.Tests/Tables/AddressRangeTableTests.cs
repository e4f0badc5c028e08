// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Geo.Tables;

public sealed class AddressRangeTableTests
{
    [Test]
    public void FindV4_RandomTables_AgreesWithScan() =>
        Gen.Select(Gen.UInt.Array[0, 40], Gen.UInt.Array[30]).Sample(
            (starts, queries) =>
            {
                uint[] sorted = [.. starts.Append(0U).Distinct().Order()];
                var table = new AddressRangeTable(sorted, Values(sorted.Length), [0], null, [0]);
                return queries.Concat(sorted).All(query =>
                    table.FindV4(query) == Scan(sorted, query) && table.FindV4WithoutIndex(query) == Scan(sorted, query));
            },
            iter: 2_000,
            seed: "0000000000001");

    [Test]
    public void FindV6_RandomTablesFinerThan64_AgreesWithScan() =>
        Gen.Select(Gen.Int[0, 3], Gen.ULong).Select((high, low) => new UInt128((ulong)high << 60, low)).Array[1, 40].Sample(
            starts =>
            {
                UInt128[] sorted = [.. starts.Append(UInt128.Zero).Distinct().Order()];
                var table = new AddressRangeTable(
                    [0],
                    [0],
                    [.. sorted.Select(start => (ulong)(start >> 64))],
                    [.. sorted.Select(start => (ulong)start)],
                    Values(sorted.Length));
                return sorted.Concat(sorted.Select(start => start - 1)).Append(UInt128.MaxValue).All(
                    query => table.FindV6(query) == Scan(sorted, query));
            },
            iter: 2_000,
            seed: "0000000000002");

    [Test]
    public void Constructor_StartsOutOfOrder_Refuses() =>
        Assert.That(
            () => new AddressRangeTable([0, 5, 5], [0, 1, 2], [0], null, [0]),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("IPv4 range 2"));

    [Test]
    public void Constructor_NoRangeAtZero_Refuses() =>
        Assert.That(
            () => new AddressRangeTable([1], [0], [0], null, [0]),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("address 0"));

    [Test]
    public void Constructor_LengthsDiffer_Refuses() =>
        Assert.That(
            () => new AddressRangeTable([0], [0], [0, 1], null, [0]),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("IPv6"));

    private static ushort[] Values(int count) => [.. Enumerable.Range(0, count).Select(value => (ushort)value)];

    private static ushort Scan<TStart>(TStart[] starts, TStart query)
        where TStart : IComparable<TStart>
    {
        int position = 0;
        while (position + 1 < starts.Length && starts[position + 1].CompareTo(query) <= 0)
        {
            position++;
        }

        return (ushort)position;
    }
}
