// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Text;
using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.Support;

namespace DistillGuard;

[NonParallelizable]
public sealed class DistillationGuardMemoryTests
{
    [Test]
    public void SubjectBytes_OneMillionAccounts_AreWhatWasAllocated()
    {
        Build(1_000);

        long liveBefore = GC.GetTotalMemory(forceFullCollection: true);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        DistillationGuard guard = Build(1_000_000);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        long live = GC.GetTotalMemory(forceFullCollection: true) - liveBefore;

        TestContext.Out.WriteLine(
            $"{guard.SubjectBytes} bytes stated, {allocated} allocated, {live} live; {guard.SubjectBytes / 1e6:F1} bytes an account.");
        Assert.That(guard.SubjectBytes, Is.EqualTo(450_316_288), "docs/architecture.md states it");
        Assert.That((double)guard.SubjectBytes, Is.EqualTo(allocated).Within(1).Percent);
        Assert.That((double)guard.SubjectBytes, Is.EqualTo(live).Within(1).Percent);
        GC.KeepAlive(guard);
    }

    [Test]
    public void SubjectBytes_WithAnAnalyzer_AreMoreByTheGroupTables()
    {
        long without = new DistillationGuardBuilder().Build().SubjectBytes;
        long with = new DistillationGuardBuilder().AddTemplateReuse().Build().SubjectBytes;

        Assert.That(with - without, Is.EqualTo(GroupPlane.BytesFor(new GroupOptions())));
    }

    [Test]
    public void BytesFor_DefaultGroupOptions_AreWhatTheirDocumentationSays() =>
        Assert.That((GroupPlane.BytesFor(new GroupOptions()), Unsafe.SizeOf<ExchangeRecord>(), Unsafe.SizeOf<HistoryEntry>()), Is.EqualTo((200_517_760L, 456, 136)));

    [Test]
    public void SubjectBytes_GroupTablesFilledToTheBrim_WereNotExceeded()
    {
        var options = new GroupOptions { MaxAccounts = 50_000, MaxPieces = 200_000, MaxMemberships = 200_000, MaxExchanges = 50_000 };
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var memory = new GroupMemory(options, CommonPieces.None);
        for (int i = 0; i < 200_000; i++)
        {
            memory.Share(i, $"shared {i}", $"also {i}");
            ExchangeRecord record = GroupTraffic.Record("account " + i, "A", i, 1, "own " + i, "shared " + (i - 1));
            record.Payment = GroupTraffic.Key("card " + i);
            record.Egress = GroupTraffic.Key("prefix " + i);
            memory.Take(in record);
        }

        long live = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(memory);

        Assert.That(live, Is.InRange(GroupMemory.BytesFor(options) * 6 / 10, GroupMemory.BytesFor(options)), "the rest is for the table that grows");
    }

    [Test]
    public void Build_GroupTablesThatDoNotFit_SaysSo()
    {
        var options = new GroupOptions { MaxAccounts = 50_000_000, MaxPieces = 100_000_000, MaxMemberships = 100_000_000, MaxExchanges = 10_000_000 };
        Assume.That(GroupPlane.BytesFor(options) + (32L * 50_000_000), Is.GreaterThan(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes), "This machine could hold them.");
        DistillationGuardBuilder builder = new DistillationGuardBuilder().AddTemplateReuse().Configure(guard =>
        {
            guard.MaxAccounts = 50_000_000;
            guard.Groups.MaxAccounts = options.MaxAccounts;
            guard.Groups.MaxPieces = options.MaxPieces;
            guard.Groups.MaxMemberships = options.MaxMemberships;
            guard.Groups.MaxExchanges = options.MaxExchanges;
        });

        Assert.That(
            builder.Build,
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains($"{GroupPlane.BytesFor(options)} of them for groups"));
    }

    [Test]
    public void SubjectBytes_WhateverTheTraffic_StayTheSame()
    {
        DistillationGuard guard = Build(1_000);
        long before = guard.SubjectBytes;
        for (int i = 0; i < 10_000; i++)
        {
            guard.Inspect(Samples.Request("account-" + i));
        }

        Assert.That(guard.SubjectBytes, Is.EqualTo(before));
    }

    [Test]
    public void Inspect_SteadyStateOverFourKilobytes_AllocatesNothing()
    {
        DistillationGuard guard = Build(1_000);
        var content = new RequestBuffer();
        content.Add(MessageRole.System, "You are a patient teacher."u8);
        content.Add(MessageRole.User, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Naïve cafés, 中文, and 42 plain words.\n", 120))).AsSpan(0, 4096));

        Assert.That(LeastOfFive(() => Send(guard, content)), Is.Zero);
    }

    [Test]
    public void Inspect_SteadyStateWithEveryIdGiven_AllocatesNothing()
    {
        DistillationGuard guard = Build(1_000);
        string userAgent = new('u', 400);

        long least = LeastOfFive(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                guard.Observe(Samples.Outcome(guard.Inspect(new InferenceRequest
                {
                    Time = Samples.Start,
                    Caller = new Caller
                    {
                        Account = "account",
                        Organization = "organization",
                        Payment = "payment",
                        Fingerprint = "t13d1516h2_8daaf6152771_e5627efa2ab1",
                        UserAgent = userAgent,
                        Plan = "team",
                        Address = ClientAddress.FromIPv4(0xCB007101),
                    },
                }).Subjects));
            }
        });

        Assert.That(least, Is.Zero);
    }

    private static DistillationGuard Build(int accounts) => new DistillationGuardBuilder()
        .UseSecret(Samples.Secret)
        .Configure(options => options.MaxAccounts = accounts)
        .AddRateAnomaly()
        .AddPromptPattern(builtInRules: false)
        .AddSignatureReplay()
        .Build();

    private static void Send(DistillationGuard guard, RequestBuffer content)
    {
        for (int i = 0; i < 200; i++)
        {
            guard.Inspect(Samples.Request("account", Samples.Start.AddSeconds(i), content));
        }
    }

    // The least of five rounds: the first may see the compiler at work.
    private static long LeastOfFive(Action round)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
