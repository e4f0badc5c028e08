// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.TrafficLogs;

public sealed class LogMembersTests
{
    private static readonly LogMember[] Known =
        Enum.GetValues<LogMember>().Where(static member => member != LogMember.Unknown).ToArray();

    [TestCaseSource(nameof(Known))]
    public void Find_NameFromAnyHint_GivesTheMember(object boxed)
    {
        var member = (LogMember)boxed;
        string full = LogMembers.FullName(member);
        LogMember scope = full.StartsWith("client.", StringComparison.Ordinal) ? LogMember.Client
            : full.StartsWith("response.", StringComparison.Ordinal) ? LogMember.Response
            : LogMember.Unknown;
        byte[] name = Encoding.UTF8.GetBytes(full.Split('.')[^1]);

        for (int start = 0; start <= LogMembers.Count; start++)
        {
            int hint = start;
            Assert.That(LogMembers.Find(name, scope, ref hint), Is.EqualTo(member));
        }
    }

    [Test]
    public void Find_NameOfAnotherScope_IsUnknown()
    {
        int hint = 0;

        Assert.That(LogMembers.Find("ip"u8, LogMember.Response, ref hint), Is.EqualTo(LogMember.Unknown));
    }

    [Test]
    public void Count_AllMembers_FitTheScannersBits() => Assert.That(LogMembers.Count, Is.LessThanOrEqualTo(64));
}
