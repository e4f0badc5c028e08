// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;

namespace DistillGuard.Apis;

public sealed class MemberNamesTests
{
    private static IEnumerable<string> Names => Enum.GetNames<Member>();

    [TestCaseSource(nameof(Names))]
    public void Find_NameOfAMember_IsThatMember(string memberName)
    {
        Member member = Enum.Parse<Member>(memberName);

        // The one member whose name in JSON is a letter.
        string name = member == Member.ChoiceCount ? "N" : member.ToString();
        Member snake = Find(JsonNamingPolicy.SnakeCaseLower.ConvertName(name));
        Member camel = Find(JsonNamingPolicy.CamelCase.ConvertName(name));

        Assert.That(new[] { snake, camel }, Has.Some.EqualTo(member));
    }

    [TestCase("")]
    [TestCase("Messages")]
    [TestCase("message")]
    [TestCase("messages ")]
    [TestCase("unknown")]
    [TestCase("a_name_that_is_longer_than_any_that_a_reader_knows")]
    public void Find_OtherName_IsUnknown(string name) => Assert.That(Find(name), Is.EqualTo(Member.Unknown));

    [Test]
    public void Members_All_FitIntoAMemberSet() =>
        Assert.That(Enum.GetValues<Member>().Length, Is.LessThanOrEqualTo(128));

    [TestCaseSource(nameof(Names))]
    public void MemberSet_EveryMember_IsHeldOnce(string memberName)
    {
        Member member = Enum.Parse<Member>(memberName);
        MemberSet set = default;
        foreach (Member other in Enum.GetValues<Member>())
        {
            if (other != member)
            {
                set.Add(other);
            }
        }

        bool isNew = set.Add(member);
        bool isNewAgain = set.Add(member);

        Assert.That((isNew, isNewAgain), Is.EqualTo((true, member == Member.Unknown)));
    }

    private static Member Find(string name) => MemberNames.Find(Encoding.UTF8.GetBytes(name));
}
