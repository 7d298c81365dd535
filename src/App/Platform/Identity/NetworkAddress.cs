using System.Net;
using System.Net.Sockets;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Where a request comes from, as attempts are counted: of IPv6 the half that belongs to a network, because the rest is for its owner to choose.</summary>
public static class NetworkAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address) ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes) : address.ToString();
    }
}
