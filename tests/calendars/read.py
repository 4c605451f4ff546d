"""Reads calendars as other programs do: texts come as a JSON list, what each library found goes out."""

import ctypes
import ctypes.util
import json
import sys


def by_icalendar(text):
    from icalendar import Calendar

    calendar = Calendar.from_ical(text)
    return {"method": str(calendar.get("method", "")), "events": [
        {
            "uid": str(event["uid"]),
            "summary": str(event["summary"]),
            "starts": event.decoded("dtstart").isoformat(),
            "errors": [str(error) for error in event.errors],
        }
        for event in calendar.walk("VEVENT")
    ]}


def by_vobject(text):
    import vobject

    calendar = vobject.readOne(text)
    return {"method": calendar.method.value if hasattr(calendar, "method") else "", "events": [
        {"uid": event.uid.value, "summary": event.summary.value, "starts": event.dtstart.value.isoformat()}
        for event in calendar.vevent_list
    ]}


def libical():
    library = ctypes.CDLL(ctypes.util.find_library("ical") or "none")
    library.icalparser_parse_string.restype = ctypes.c_void_p
    library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    for name in ("icalrestriction_check", "icalcomponent_count_errors"):
        getattr(library, name).argtypes = [ctypes.c_void_p]
    library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
    return library


def by_libical(library, text):
    component = library.icalparser_parse_string(text.encode())
    library.icalrestriction_check(component)
    # What breaks a rule of RFC 5545 or 5546 is written into the component as X-LIC-ERROR.
    errors = library.icalcomponent_count_errors(component)
    said = library.icalcomponent_as_ical_string(component).decode()
    return {"errors": errors, "said": said if errors else ""}


def told(read, texts):
    try:
        return [read(text) for text in texts]
    except (ImportError, OSError):
        return None


texts = json.load(sys.stdin)
json.dump(
    {
        "icalendar": told(by_icalendar, texts),
        "vobject": told(by_vobject, texts),
        "libical": told(lambda text: by_libical(libical(), text), texts),
    },
    sys.stdout,
)
