// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DistillGuard.Groups;
using DistillGuard.Subjects;

namespace DistillGuard.Snapshots;

/// <summary>States stand in a snapshot as they do in memory: whoever changes one must raise the version of the format.</summary>
public sealed class SnapshotShapeTests
{
    private const int Version = 3;
    private const string Shapes = "0377a52d1104cc34";

    [Test]
    public void States_AsTheyAre_AreThoseOfTheFormatsVersion() =>
        Assert.That(
            (SnapshotFormat.Version, Hash(string.Join('\n', States().Select(Shape)))),
            Is.EqualTo((Version, Shapes)),
            "a state that snapshots hold has changed: raise SnapshotFormat.Version, then set both constants here");

    [Test]
    public void States_All_HaveFieldsInAnOrderThatIsTheirs() =>
        Assert.That(
            States().SelectMany(Inside).Distinct().Where(type => !type.IsPrimitive && !type.IsEnum && type.StructLayoutAttribute?.Value == LayoutKind.Auto),
            Is.Empty,
            "the runtime may arrange the fields of an automatic layout as it likes");

    private static IEnumerable<Type> States()
    {
        DistillationGuard guard = SnapshotTraffic.Guard();
        IEnumerable<Type> slots = guard.Snapshots!.Slots.Select(slot => typeof(DistillationGuard).Assembly.GetType(slot.State, throwOnError: true)!);
        Type senders = typeof(FirstSenders).GetNestedType("Entry", BindingFlags.NonPublic)!;
        return [.. slots, typeof(AccountNode), typeof(PieceNode), typeof(Membership), typeof(LinkNode), typeof(HistoryEntry), typeof(PoolNode), typeof(HabitNode), typeof(SketchSum), senders, typeof(SubjectKey)];
    }

    private static IEnumerable<Type> Inside(Type type) =>
        type.IsPrimitive || type.IsEnum ? [type] : [type, .. Fields(type).SelectMany(field => Inside(field.FieldType))];

    private static string Shape(Type type)
    {
        if (type.IsPrimitive || type.IsEnum)
        {
            return type.Name;
        }

        var text = new StringBuilder(type.Name);
        text.Append(CultureInfo.InvariantCulture, $"/{type.StructLayoutAttribute?.Pack}*{type.GetCustomAttribute<InlineArrayAttribute>()?.Length ?? 1}(");
        text.AppendJoin(',', Fields(type).Select(field => $"{field.Name}:{Shape(field.FieldType)}"));
        return text.Append(')').ToString();
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(field => field.MetadataToken);

    private static string Hash(string text) => new SipHash(new byte[16]).Hash(Encoding.UTF8.GetBytes(text)).High.ToString("x16", CultureInfo.InvariantCulture);
}
