// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DistillGuard.AspNetCore.Support;

/// <summary>What the documentation comments say, as plain text.</summary>
internal static partial class XmlSummaries
{
    private static readonly Dictionary<string, XDocument> Documents = [];

    public static string OfType(Type type) => Plain(Element(type, "T:" + type.FullName).Element("summary")!);

    /// <summary>The summary of a property, <c>A:B</c> for one of another; of a record's property, what is said of its parameter.</summary>
    public static string OfMember(Type type, string path)
    {
        string[] names = path.Split(':');
        Type owner = type;
        foreach (string name in names[..^1])
        {
            owner = owner.GetProperty(name)!.PropertyType;
        }

        XElement? parameter = Element(owner, "T:" + owner.FullName).Elements("param").FirstOrDefault(found => (string?)found.Attribute("name") == names[^1]);
        return Plain(parameter ?? Element(owner, $"P:{owner.FullName}.{names[^1]}").Element("summary")!);
    }

    private static XElement Element(Type type, string name)
    {
        string file = Path.ChangeExtension(type.Assembly.Location, ".xml");
        lock (Documents)
        {
            if (!Documents.TryGetValue(file, out XDocument? document))
            {
                Documents.Add(file, document = XDocument.Load(file));
            }

            return document.Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == name)
                ?? throw new InvalidOperationException($"{name} has no documentation.");
        }
    }

    private static string Plain(XElement element)
    {
        IEnumerable<string> parts = element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement see when see.Attribute("cref") is { } cref => cref.Value[(cref.Value.LastIndexOf('.') + 1)..],
            XElement see when see.Attribute("langword") is { } word => word.Value,
            XElement other => other.Value,
            _ => string.Empty,
        });
        return Spaces().Replace(string.Concat(parts), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
