// SPDX-License-Identifier: MIT

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.Testing;

/// <summary>Looks at a detector's fields by reflection: detectors keep no state, the engine does.</summary>
internal static class FieldCheck
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
        | BindingFlags.Public | BindingFlags.NonPublic;

    // Framework types outside System.Collections that exist to be changed, or that bring in the clock or chance.
    private static readonly Type[] Changeable =
    [
        typeof(StringBuilder), typeof(StrongBox<>), typeof(Random), typeof(ThreadLocal<>), typeof(AsyncLocal<>),
        typeof(WeakReference), typeof(WeakReference<>), typeof(System.Diagnostics.Stopwatch), typeof(TimeProvider),
        typeof(Timer), typeof(Memory<>), typeof(ArraySegment<>), typeof(RequestBuffer),
    ];

    /// <param name="detector">The detector, or an analyzer of groups.</param>
    public static void Run(object detector)
    {
        for (Type? type = detector.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Declared))
            {
                Check(type, field);
            }
        }
    }

    private static void Check(Type type, FieldInfo field)
    {
        if (field.IsLiteral)
        {
            return;
        }

        if (!field.IsInitOnly)
        {
            throw new DetectorContractException(
                $"{type.Name}.{field.Name} can be changed. Detectors keep no state: make it readonly (a captured " +
                "primary-constructor " +
                "parameter is a mutable field, too), and keep what must be remembered in a slot of a profile.");
        }

        if (CanChange(field.FieldType))
        {
            throw new DetectorContractException(
                $"{type.Name}.{field.Name} holds a {field.FieldType.Name}, which can change. Keep what must be " +
                "remembered in a slot of " +
                "a profile, and tables that never change in a frozen or immutable collection.");
        }
    }

    private static bool CanChange(Type type)
    {
        if (type.IsArray)
        {
            return true;
        }

        string space = type.Namespace ?? string.Empty;
        bool isCollection = space.StartsWith("System.Collections", StringComparison.Ordinal)
            && space is not "System.Collections.Frozen" and not "System.Collections.Immutable";
        Type definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return isCollection
            || space == "System.Threading.Channels"
            || Array.Exists(Changeable, changeable => changeable.IsAssignableFrom(definition));
    }
}
