"""The units that a number may be written with, each with the one name that figures use for it."""

_PLURAL_SPANS = "second minute hour day night week weekend month quarter year decade"
_PLURAL_MEASURES = """
mile kilometer kilometre meter metre centimeter centimetre millimeter millimetre yard acre hectare gallon liter litre
barrel ounce gram kilogram kilo milligram tonne ton megawatt gigawatt kilowatt watt volt amp decibel degree calorie
joule byte gigabyte megabyte terabyte pixel megapixel knot carat bushel lightyear gigapascal nanometer nanometre
"""
_SYMBOLS = """
km cm mm kg mg bhp hp kW MW GW kWh MWh GWh KB MB GB TB Hz kHz MHz GHz mL cc ppm ppb dB rpm nm μm µm um sqft sqm mAh MPa
GPa kPa hPa bpd boe Mbps Gbps kJ kcal mm² km² m² km2 m2 psi nits MP
"""
_CODES = """
USD EUR GBP JPY INR ILS NIS RUB UAH KRW TRY CHF CNY RMB AUD CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF ZAR BRL MXN IRR IQD
SYP LBP EGP SAR AED NGN KES PKR
"""


def _forms(names: str) -> dict[str, str]:
    """Return singular and plural of each name, both under the plural."""
    return {form: f"{name}s" for name in names.split() for form in (name, f"{name}s")}


SIGNS = {
    "$": "$", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₪": "ILS",
    "₽": "RUB", "₴": "UAH", "₩": "KRW", "₺": "TRY",
}  # fmt: skip
CODES = {code.lower(): code for code in _CODES.split()}
PREFIXES = {  # "US$", "$A"
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "r": "BRL",
}  # fmt: skip
WORD_PREFIXES = {  # "Rs 500", "RM12"; "PS" and "Y" are what a broken encoding leaves of £ and ¥
    "rm": "MYR", "rs": "INR", "rs.": "INR", "ps": "GBP", "kr": "kr", "y": "JPY", "r": "ZAR", "rp": "IDR",
}  # fmt: skip
BROKEN = frozenset({"ps", "y"})
MONEY = {
    "dollar": "$", "dollars": "$", "bucks": "$", "euro": "EUR", "euros": "EUR", "pound": "pounds", "pounds": "pounds",
    "quid": "pounds", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "shekel": "ILS", "shekels": "ILS",
    "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "krona": "crowns", "kroner": "crowns",
    "kronor": "crowns", "lira": "lira", "won": "KRW", "pence": "pence", "penny": "pence", "rial": "rials",
    "riyal": "rials", "riyals": "rials", "rials": "rials",
} | _forms("rupee peso franc crown dinar dirham cent")  # fmt: skip
RATES = {"%": "%", "percent": "%", "pct": "%", "pc": "%", "percentage": "%", "prozent": "%", "٪": "%"}
SPANS = _forms(_PLURAL_SPANS) | {
    "century": "centuries", "centuries": "centuries", "yrs": "years", "yr": "years", "hrs": "hours", "hr": "hours",
    "mins": "minutes", "min": "minutes", "sec": "seconds", "secs": "seconds", "ms": "milliseconds",
}  # fmt: skip
MEASURES = (
    _forms(_PLURAL_MEASURES)
    | {symbol.lower(): symbol for symbol in _SYMBOLS.split()}
    | {
        "foot": "feet", "feet": "feet", "ft": "feet", "inch": "inches", "inches": "inches", "lb": "pounds (weight)",
        "lbs": "pounds (weight)", "oz": "ounces", "kph": "km/h", "mph": "miles per hour", "mpg": "miles per gallon",
        "fahrenheit": "degrees Fahrenheit", "celsius": "degrees Celsius",
    }
)  # fmt: skip
LETTER_MEASURES = {  # read only where they are glued to digits, or stand behind digits as "5 W" does
    "m": "m", "g": "g", "l": "l", "w": "W", "v": "V", "a": "A", "b": "B", "c": "°C", "f": "°F", "p": "pence",
    "h": "hours", "t": "t",
}  # fmt: skip
AREA = frozenset({"square", "cubic", "sq", "nautical", "basis", "fluid", "metric", "light"})
