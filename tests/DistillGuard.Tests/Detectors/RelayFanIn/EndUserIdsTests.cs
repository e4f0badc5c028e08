// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Detectors.RelayFanIn;

public sealed class EndUserIdsTests
{
    [TestCase("ada", "ada")]
    [TestCase("", "")]
    [TestCase("user_5f_account_9a_session_77", "user_5f_account_9a_")]
    [TestCase("""{"device_id":"5f","account_uuid":"","session_id":"77"}""", """{"device_id":"5f","account_uuid":"",""" + "\"")]
    [TestCase("session_77", "session_77", Description = "Without a person before it, it is all there is.")]
    public void Person_AnyId_EndsWhereTheSessionBegins(string id, string person)
    {
        Assert.That(EndUserIds.Person(id).ToString(), Is.EqualTo(person));
        Assert.That(Encoding.UTF8.GetString(EndUserIds.Person(Encoding.UTF8.GetBytes(id))), Is.EqualTo(person));
    }

    [Test]
    public void Person_SessionBehindAKilobyte_IsNotSearchedFor()
    {
        string id = new string('a', 2_000) + "session_1";

        Assert.That(EndUserIds.Person(id).Length, Is.EqualTo(id.Length));
    }
}
