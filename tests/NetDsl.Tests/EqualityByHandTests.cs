using System.Reflection;
using NetDsl.Addressing;

namespace NetDsl.Tests;

/// <summary>Structures whose equality is written by hand, so that a start compiles no comparers for them: what is added to them has to be compared, too.</summary>
public class EqualityByHandTests
{
    [Theory]
    [InlineData(typeof(Ipv4Address), "Value")]
    [InlineData(typeof(IpAddress), "High, Low")]
    [InlineData(typeof(IpPrefix), "Length, Network")]
    [InlineData(typeof(PortRange), "First, Last")]
    [InlineData(typeof(Protocol), "numberPlusOne")]
    [InlineData(typeof(Packet), "Destination, DestinationPort, Protocol, Source, SourcePort")]
    public void It_asks_for_all_that_there_is(Type type, string fields) => Assert.Equal(
        fields,
        string.Join(", ", type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Select(field => field.Name.Split('<', '>') is [_, var property, _] ? property : field.Name).Order(StringComparer.Ordinal)));
}
