// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.AspNetCore.Snapshots;
using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>A log of hashes still tells who shares a template.</summary>
public sealed class HashedReplayTests
{
    private static readonly string[] Fillings =
        ["gardens near the old harbour", "bridges over northern rivers", "stamps from distant islands", "recipes without any flour", "clocks in railway stations", "letters between two sisters"];

    [Test]
    public void Replay_CampaignWithOneTemplate_IsOneGroup()
    {
        GroupFinding[] groups = Replay(RecordedTexts.Hashed);

        Assert.That(groups.Select(group => (group.Accounts.Count, group.Organizations)), Is.EqualTo(new[] { (6, 6) }));
        Assert.That(groups[0].Pieces, Is.Positive);
    }

    [Test]
    public void Replay_TextsOmitted_FindsNoTemplate() => Assert.That(Replay(RecordedTexts.Omitted), Is.Empty);

    private static GroupFinding[] Replay(RecordedTexts texts)
    {
        using var rig = new RecorderRig(options => options.Texts = texts);
        for (int i = 0; i < 36; i++)
        {
            string account = string.Create(CultureInfo.InvariantCulture, $"account-{i % 6}");
            string text = $"Please judge the following answer on a scale of {i % 7} points and explain your verdict carefully. Write about {Fillings[i / 6]}, paragraph {i}.";
            rig.Send(SampleExchanges.Make(account, SampleExchanges.Start.AddMinutes(i), SampleExchanges.Body(text), caller =>
            {
                caller.Organization = account;
                caller.Payment = account;
            }));
        }

        rig.Finish();
        DistillationGuard guard = new DistillationGuardBuilder().UseSecret(TemporaryState.Secret).AddTemplateReuse().Build();
        using TrafficLogReader reader = TrafficLogReader.Open(rig.Files.Single());
        while (reader.Read(out TrafficLogEntry entry))
        {
            var request = new InferenceRequest { Time = entry.Time, Caller = entry.Caller, Api = entry.Api };
            Assert.That(guard.Inspect(in request, entry.Request).IsEvaluated, Is.True);
        }

        guard.AnalyzeNow(SampleExchanges.Start.AddHours(1));
        return [.. guard.Groups.Where(group => group.Pool == PoolKind.None)];
    }
}
